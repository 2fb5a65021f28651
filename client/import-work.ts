// Imports files: told in a dry run first, then loaded, then shown; stopped, or taken back, where the reader wants it so.
import type { Imports, LoadedDataset } from '../model/api.ts';
import { HEAD_BYTES, type ImportProgress, type Recognised } from '../model/imports.ts';
import { listed, many } from '../model/phrase.ts';
import { type Problem, problemCodes } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { startOf } from './address.ts';
import { refresh } from './answers.ts';
import * as api from './api.ts';
import { begin, step } from './history.ts';
import { type Brought, isLack, planOf, type Sending, together } from './import-plan.ts';
import { tell } from './share.ts';
import { showDataset } from './steps.ts';
import { get, type Importing, scratch } from './store.ts';

const shown = (importing: Importing | null) => scratch({ importing });

/** Takes files: tells what they would change, or what they lack. Nothing is loaded. */
export async function bring(files: readonly File[]): Promise<void> {
  const imports = get().info?.imports;
  if (imports === undefined) return;
  // The dialog says why not, and how else.
  if (!imports.on) return scratch({ importing: { at: 'choose' }, left: false });
  const before = broughtBy(get().scratch.importing);
  const now: Importing = { at: 'looking', name: listed(files.map((f) => f.name)) };
  scratch({ importing: now, left: false });
  const tooMuch = tooLarge(files, imports);
  if (tooMuch !== null) return shown(tooMuch);
  const more: Brought[] = [];
  let wrong: Importing | null = null;
  for (const file of files) {
    const found = await looked(file);
    // The dialog was closed, or other files brought.
    if (get().scratch.importing !== now) return;
    if (found === null) return shown(null);
    if ('at' in found) wrong ??= found;
    else more.push(found);
  }
  // Those that are right wait for the one that is mended.
  const brought = more.length === 0 ? before : together(before, more);
  if (wrong === null) await tellOf(brought);
  else shown({ ...wrong, brought } as Importing);
}

/** The files that those that come may complete. */
function broughtBy(now: Importing | null): readonly Brought[] {
  return now?.at === 'lacking' || now?.at === 'told' || now?.at === 'refused' ? now.brought : [];
}

/** What a file is; where it is nothing, that is what is shown; null where a token is asked for. */
async function looked(file: File): Promise<Brought | Importing | null> {
  const bytes = await bytesOf(file);
  if (bytes === null) return refused(file.name, problem('invalid-file', `${file.name} cannot be read.`));
  const is = await asked<Recognised>(file.name, api.recognise(bytes.slice(0, HEAD_BYTES), file.name));
  return is === null || 'at' in is ? is : { name: file.name, bytes, is };
}

/** Tells what the files would change. @param chosen the shipped mapping by which tables are read */
export async function tellOf(brought: readonly Brought[], chosen: string | null = null): Promise<void> {
  const plan = planOf(brought, chosen);
  if (isLack(plan)) return shown({ at: 'lacking', brought, lack: plan });
  await tellAgain(brought, plan, false);
}

/** The dry run of what is to be sent. @param allowed whether quotes may be missing in the texts of their sources */
export async function tellAgain(
  brought: readonly Brought[],
  sending: Sending,
  allowed: boolean,
): Promise<void> {
  const run = new AbortController();
  shown({ at: 'reading', name: sending.name, progress: null, run });
  const asking = api.importFiles(sending, { dry: true, allowed }, watch(run), run.signal);
  const report = await asked(sending.name, asking, brought, sending);
  if (!isRunning(run)) return;
  shown(report === null || 'at' in report ? report : { at: 'told', brought, sending, report, allowed });
}

/** Loads the files of a dry run, byte for byte, and shows their data set. */
export async function loadFiles({ brought, sending, allowed }: Importing & { at: 'told' }): Promise<void> {
  const run = new AbortController();
  const before = loadsOf(get().info?.datasets);
  shown({ at: 'loading', name: sending.name, progress: null, run });
  const asking = api.importFiles(sending, { dry: false, allowed }, watch(run), run.signal);
  const report = await asked(sending.name, asking, brought, sending);
  if (report === null || 'at' in report) {
    // Where it was stopped too late it is loaded: what is there tells.
    const isLate =
      run.signal.aborted && loadsOf((await api.datasets().catch(() => null))?.datasets ?? []) !== before;
    shown(isLate ? { at: 'stopped', name: sending.name, isLoaded: true } : report);
    if (isLate) await show(null);
    return;
  }
  shown({ at: 'done', report, takenBack: null });
  await show(report.datasets[0]?.dataset ?? null);
}

/** Loads the data set that comes with Entente. */
export async function loadSample(): Promise<void> {
  shown({ at: 'loading', name: 'the sample', progress: null, run: null });
  const report = await asked('the sample', api.importSample());
  if (report === null || 'at' in report) return shown(report);
  shown(null);
  tell(`${many(claimsIn(report), 'claim')} loaded`);
  await show(report.datasets[0]?.dataset ?? null);
}

/** Undoes a load that has just been made. */
export async function takeBack({ report }: Importing & { at: 'done' }): Promise<void> {
  const takenBack: string[] = [];
  const name = 'what was there before';
  shown({ at: 'loading', name, progress: null, run: null });
  let wrong: Importing | null = null;
  for (const { load, written } of report.datasets) {
    if (load === null || !written) continue;
    const done = await asked(name, api.takeBack(load));
    if (done === null || 'at' in done) {
      wrong = done;
      break;
    }
    takenBack.push(done.detail);
  }
  shown(wrong ?? { at: 'done', report, takenBack });
  await show(report.datasets[0]?.dataset ?? null);
}

/** Claims that a file holds, of the data sets that it changes. */
export const claimsIn = ({ datasets }: Report): number =>
  datasets
    .filter((d) => d.written)
    .reduce((sum, { counts: { claim } }) => sum + claim.created + claim.changed + claim.unchanged, 0);

const loadsOf = (datasets: readonly LoadedDataset[] | undefined) =>
  (datasets ?? [])
    .map((d) => d.load)
    .sort()
    .join(' ');

/** Whether the dialog still shows that work. */
function isRunning(run: AbortController): boolean {
  const now = get().scratch.importing;
  return (now?.at === 'reading' || now?.at === 'loading') && now.run === run;
}

/** Shows how far work is; work whose dialog was closed is called off. */
function watch(run: AbortController): (progress: ImportProgress) => void {
  return (progress) => {
    const now = get().scratch.importing;
    if (!isRunning(run) || now === null) return run.abort();
    shown({ ...now, progress } as Importing);
  };
}

/** Learns anew what is loaded and shows a data set; where it is gone, the one to start with. */
async function show(id: string | null): Promise<void> {
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

const refused = (
  name: string,
  told: Problem,
  brought: readonly Brought[] = [],
  sending: Sending | null = null,
): Importing => ({ at: 'refused', name, problem: told, brought, sending });

const problem = (code: Problem['code'], detail: string): Problem => ({
  type: `/problems/${code}`,
  code,
  ...problemCodes[code],
  detail,
});

const megabytes = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

function tooLarge(files: readonly File[], { limit }: Imports): Importing | null {
  const size = files.reduce((sum, f) => sum + f.size, 0);
  if (size <= limit) return null;
  const names = listed(files.map((f) => f.name));
  return refused(
    names,
    problem(
      'body-too-large',
      `${names} ${files.length === 1 ? 'has' : 'have'} ${megabytes(size)}; ${megabytes(limit)} is the most (ENTENTE_IMPORT_MB). Load it on the command line: entente load ${files.map((f) => f.name).join(' ')} --dry-run`,
    ),
  );
}

/** What was asked for; what is to be shown where it is refused or stopped; null where a token is asked for. */
async function asked<T extends object>(
  name: string,
  asking: Promise<T>,
  brought: readonly Brought[] = [],
  sending: Sending | null = null,
): Promise<T | Importing | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      return { at: 'stopped', name, isLoaded: false };
    if (!(error instanceof api.ProblemError)) throw error;
    if (error.problem.code !== 'token-required') return refused(name, error.problem, brought, sending);
    scratch({ dialog: 'token' });
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
