// Imports a file: told in a dry run first, then loaded, then shown; and taken back where the reader wants it so.
import type { Imports } from '../model/api.ts';
import { many } from '../model/phrase.ts';
import { type Problem, problemCodes } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { startOf } from './address.ts';
import { refresh } from './answers.ts';
import * as api from './api.ts';
import { begin, step } from './history.ts';
import { tell } from './share.ts';
import { showDataset } from './steps.ts';
import { get, type Importing, scratch } from './store.ts';

/** Opens the dialog. */
export const openImport = (): void => scratch({ importing: { at: 'choose' }, left: false });

/** What closing the dialog leaves of it: a load that is on its way cannot be closed away. */
export const closedImport = (now: Importing): Importing | null => (now.at === 'loading' ? now : null);

/** Closes the dialog, where it may be closed. */
export function closeImport(): void {
  const now = get().scratch.importing;
  if (now !== null) scratch({ importing: closedImport(now) });
}

/** Tells what a file would change; nothing is loaded. */
export async function readFile(file: File): Promise<void> {
  const imports = get().info?.imports;
  if (imports === undefined) return;
  // The dialog says why not, and how else.
  if (!imports.on) return openImport();
  const now: Importing = { at: 'reading', name: file.name };
  scratch({ importing: now, left: false });
  if (file.size > imports.limit) return refuse(file.name, tooLarge(file, imports));
  const bytes = await bytesOf(file);
  if (bytes === null) return refuse(file.name, problem('invalid-file', `${file.name} cannot be read.`));
  const report = await asked(file.name, api.importFile(bytes, file.name, true));
  // The dialog was closed, or another file chosen.
  if (report === null || get().scratch.importing !== now) return;
  scratch({ importing: { at: 'told', name: file.name, file: bytes, report } });
}

/** Loads the file of a dry run, byte for byte, and shows its data set. */
export async function loadFile({ name, file }: Importing & { at: 'told' }): Promise<void> {
  scratch({ importing: { at: 'loading', name } });
  const report = await asked(name, api.importFile(file, name, false));
  if (report === null) return;
  scratch({ importing: { at: 'done', report, takenBack: null } });
  await show(report.datasets[0]?.dataset ?? null);
}

/** Loads the data set that comes with Entente. */
export async function loadSample(): Promise<void> {
  scratch({ importing: { at: 'loading', name: 'the sample' } });
  const report = await asked('the sample', api.importSample());
  if (report === null) return;
  scratch({ importing: null });
  tell(`${many(claimsIn(report), 'claim')} loaded`);
  await show(report.datasets[0]?.dataset ?? null);
}

/** Undoes a load that has just been made. */
export async function takeBack({ report }: Importing & { at: 'done' }): Promise<void> {
  const takenBack: string[] = [];
  scratch({ importing: { at: 'loading', name: 'what was there before' } });
  for (const { load, written } of report.datasets) {
    if (load === null || !written) continue;
    const done = await asked('what was there before', api.takeBack(load));
    if (done === null) break;
    takenBack.push(done.detail);
  }
  if (get().scratch.importing?.at === 'loading') scratch({ importing: { at: 'done', report, takenBack } });
  await show(report.datasets[0]?.dataset ?? null);
}

/** Claims that a file holds, of the data sets that it changes. */
export const claimsIn = ({ datasets }: Report): number =>
  datasets
    .filter((d) => d.written)
    .reduce((sum, { counts: { claim } }) => sum + claim.created + claim.changed + claim.unchanged, 0);

/** Learns anew what is loaded and shows a data set; where it is gone, the one to start with. */
async function show(id: string | null): Promise<void> {
  scratch({ only: null });
  await begin();
  const { info, view } = get();
  if (info === null) return;
  const loaded = info.datasets.find((d) => d.id === id);
  const isOnly = info.datasets.length < 2;
  const states = (loaded ?? startOf(info.datasets, view))?.start?.states ?? [];
  step(showDataset(loaded === undefined || isOnly ? null : loaded.id, states));
  // The address may be the one it was, and the data another.
  await refresh(true);
}

const refuse = (name: string, told: Problem): void =>
  scratch({ importing: { at: 'refused', name, problem: told } });

const problem = (code: Problem['code'], detail: string): Problem => ({
  type: `/problems/${code}`,
  code,
  ...problemCodes[code],
  detail,
});

const megabytes = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

const tooLarge = ({ name, size }: File, { limit }: Imports) =>
  problem(
    'body-too-large',
    `${name} has ${megabytes(size)}; ${megabytes(limit)} is the most (ENTENTE_IMPORT_MB). Load it on the command line: entente load ${name} --dry-run`,
  );

/** What was asked for, or null where it is refused: that is told in the dialog. */
async function asked<T>(name: string, asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    if (error.problem.code === 'token-required') scratch({ importing: null, dialog: 'token' });
    else refuse(name, error.problem);
    return null;
  }
}

/** The file as it is now, so that what is loaded is what was told; null where it cannot be read, as a folder. */
async function bytesOf(file: File): Promise<Blob | null> {
  try {
    return new Blob([await file.arrayBuffer()]);
  } catch {
    return null;
  }
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Takes a file that is dropped anywhere on the page: beside the canvas the browser would leave the page for it. */
export function takeDrops(): void {
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (!get().scratch.dropping) scratch({ dropping: true });
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null && get().scratch.dropping) scratch({ dropping: false });
  });
  addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    scratch({ dropping: false });
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined && get().scratch.importing?.at !== 'loading') void readFile(file);
  });
}
