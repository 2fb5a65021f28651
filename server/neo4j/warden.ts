// Ends a server when the program that started it is gone, however it went.
import { spawn } from 'node:child_process';

/** Waits until its standard input ends, which the system sees to when the parent dies, even by SIGKILL. */
const script = `process.stdin.resume().on('end', () => {
  try { process.kill(Number(process.argv[1]), 'SIGTERM'); } catch {}
});`;

/**
 * Starts a small process that stops another one when this program ends.
 * @param pid the process to stop
 * @returns dismisses it; to be called when that process has ended, since its number may then be another's
 */
export function watchOver(pid: number): () => void {
  const warden = spawn(process.execPath, ['-e', script, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Out of the terminal's group: Ctrl-C is for the program, which then stops the server itself.
    detached: true,
    windowsHide: true,
    env: { SystemRoot: process.env.SystemRoot },
  });
  // Without it the server is still found and stopped by the next start.
  warden.on('error', () => {});
  warden.stdin.on('error', () => {});
  warden.unref();
  return () => warden.kill();
}
