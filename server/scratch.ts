// A temporary file that nobody else sees, for what does not fit into memory.
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An open file, and how to be rid of it. */
export interface Scratch {
  file: FileHandle;
  close(): Promise<void>;
}

/** A new one, empty, for reading and writing. It has to be closed. */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = await open(path.join(folder, 'scratch'), 'wx+', 0o600);
  // Without a name it is gone whenever this process ends, killed or not. Where a system does not allow that, `close`
  // removes it.
  await remove().catch(() => {});
  return {
    file,
    async close() {
      await file.close();
      await remove();
    },
  };
}
