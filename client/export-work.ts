// The work of an export: what the file would hold is asked before it is made, it is read as it comes, saved or copied.
import type { Marking } from '../model/confidence.ts';
import { isUncovered } from '../model/coverage.ts';
import { commandOf, fileNameOf, type Part, pathOfFile, questionOfFile } from '../model/export.ts';
import { isBrief, withFigure } from '../model/figure.ts';
import type { FormatInfo } from '../model/format.ts';
import { many } from '../model/phrase.ts';
import type { View } from '../model/view.ts';
import * as api from './api.ts';
import { uncoveredWords } from './coverage.ts';
import type { Exporting } from './export-plan.ts';
import { foundIn } from './found.ts';
import { isLarge } from './large.ts';
import { copy, save, tell } from './share.ts';
import { get, restedNow, type State, scratch } from './store.ts';
import { questionScope } from './words.ts';

/** Pictures are made by the page, of what is drawn. */
export type Kind = 'svg' | 'png';
export const isPicture = (format: string): format is Kind => format === 'svg' || format === 'png';

type OfPage = Pick<State, 'view'>;
type Chosen = Pick<Exporting, 'format' | 'bound'>;

/** Nothing above this leaves: the bound of the dialog, and of a picture that of the page, of which it is. */
export const boundOf = ({ view }: OfPage, { format, bound }: Chosen): Marking | null =>
  isPicture(format) ? view.lens.marking : bound;

/** Whether the picture of the page has the bound of the file: by another it may show what the file withholds. */
export const isBoundAsDrawn = ({ view }: OfPage, now: Chosen): boolean =>
  boundOf({ view }, now) === view.lens.marking;

/** Whether the file has the picture in it. */
export const hasFigure = (state: OfPage, now: Chosen): boolean =>
  isBrief(now.format) && isBoundAsDrawn(state, now);

/** The view that the file is of: that of the page, up to the bound of the file. */
function viewOf(state: OfPage, now: Chosen): View {
  const { view } = state;
  return isBoundAsDrawn(state, now)
    ? view
    : { ...view, lens: { ...view.lens, marking: boundOf(state, now) } };
}

/** What leaves: a picture is of what is drawn, a brief of the whole answer. */
const partOf = ({ format, part }: Pick<Exporting, 'format' | 'part'>): Part =>
  isPicture(format) ? 'drawn' : isBrief(format) ? 'answer' : part;

export const formatNamed = (state: State, id: string): FormatInfo | undefined =>
  state.info?.formats.find((f) => f.id === id && f.writes);

/** The form is told where the format has several, and it is not its first. */
function formOf(state: State, { format, form }: Exporting) {
  const forms = formatNamed(state, format)?.forms ?? [];
  return forms.includes(form) && forms[0] !== form ? form : undefined;
}

/** The address and the command of the same file; null for a picture, which only the page makes. */
export function sameElsewhere(state: State, now: Exporting): { path: string; command: string } | null {
  if (isPicture(now.format)) return null;
  const view = viewOf(state, now);
  const part = partOf(now);
  const asked = { question: questionOfFile(view, part), part, form: formOf(state, now) };
  const out = fileNameOf(asked.question, view, formatNamed(state, now.format)?.extension ?? now.format);
  const command = commandOf(now.format, { ...asked, view, out });
  const figure = hasFigure(state, now) ? ' --figure picture.svg' : '';
  return { path: pathOfFile(view, { ...asked, format: now.format }), command: `${command}${figure}` };
}

let asking: AbortController | null = null;

/** Changes what is chosen, and asks what the file would hold then. */
export async function choose(change: Partial<Exporting>): Promise<void> {
  const before = get().scratch.exporting;
  if (before === null || before.run !== null) return;
  const now = { ...before, ...change, problem: null };
  const isSame =
    before.leaves !== null &&
    partOf(before) === partOf(now) &&
    boundOf(get(), before) === boundOf(get(), now);
  scratch({ exporting: { ...now, leaves: isSame ? before.leaves : null } });
  if (!isSame) await weigh();
}

/** Asks what the file would hold. */
export async function weigh(): Promise<void> {
  const now = get().scratch.exporting;
  if (now === null) return;
  asking?.abort();
  const controller = new AbortController();
  asking = controller;
  const view = viewOf(get(), now);
  const part = partOf(now);
  try {
    const leaves = await api.leaves(view, questionOfFile(view, part), part, controller.signal);
    if (!controller.signal.aborted) put({ leaves });
  } catch (error) {
    if (controller.signal.aborted) return;
    if (!(error instanceof api.ProblemError)) throw error;
    put({ problem: error.problem });
  }
}

/** Changes the dialog, where it is still open. */
function put(change: Partial<Exporting>): void {
  const now = get().scratch.exporting;
  if (now !== null) scratch({ exporting: { ...now, ...change } });
}

/** Does something that can be called off; what goes wrong is told in the dialog. */
async function running<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const controller = new AbortController();
  const { signal } = controller;
  put({ run: { bytes: 0, controller }, problem: null });
  try {
    const made = await work(signal);
    // The drawing of a picture does not stop half-way.
    signal.throwIfAborted();
    return made;
  } catch (error) {
    if (signal.aborted) tell('Called off: nothing is saved');
    else put({ problem: api.problemOf(error, 'The file is not made') });
    return null;
  } finally {
    // The dialog may be another by now, with a file of its own on the way.
    if (runOf(signal) !== null) put({ run: null });
  }
}

/** What is being made, where it is still that. */
function runOf(signal: AbortSignal): Exporting['run'] {
  const run = get().scratch.exporting?.run ?? null;
  return run?.controller.signal === signal ? run : null;
}

export const callOff = (): void => get().scratch.exporting?.run?.controller.abort();

/** Makes the file and saves it. */
export async function saveFile(): Promise<void> {
  const state = get();
  const now = state.scratch.exporting;
  if (now === null) return;
  const { format } = now;
  const made = await running((signal) =>
    isPicture(format) ? pictureFile(state, now, format) : dataFile(state, now, signal),
  );
  if (made === null) return;
  save(made.blob, made.name);
  tell(`Saved as ${made.name}`);
}

interface Made {
  blob: Blob;
  name: string;
}

async function dataFile(state: State, now: Exporting, signal: AbortSignal): Promise<Made> {
  const path = sameElsewhere(state, now)?.path ?? '';
  const take = (bytes: number) => {
    const run = runOf(signal);
    if (run !== null) put({ run: { ...run, bytes } });
  };
  const made = await api.file(path, take, signal);
  if (!isBrief(now.format) || !hasFigure(state, now)) return made;
  const svg = await pictureOf(state, now, 'svg');
  const text = withFigure(now.format, await made.blob.text(), await svg.text());
  return { ...made, blob: new Blob([text], { type: made.blob.type }) };
}

async function pictureFile(state: State, now: Exporting, kind: Kind): Promise<Made> {
  const blob = await pictureOf(state, now, kind);
  return { blob, name: fileNameOf(state.view.question ?? 'around', state.view, kind) };
}

/** What a picture says of the answer that it shows. */
function answerOf(state: State) {
  const drawn = restedNow(state);
  if (drawn === null || drawn.question === null) return null;
  const entities = new Map(drawn.picture.entities.map((e) => [e.id, e]));
  const names = drawn.question.filters.states.map((id) => entities.get(id)?.names.en ?? id);
  const counts = foundIn(drawn, drawn.question).map(
    ({ set, head, rest }) => `${set === null ? '' : `${set}: `}${head}${rest}`,
  );
  return { scope: questionScope(drawn.question, names), counts };
}

/** The picture as it is drawn now. */
async function pictureOf(state: State, { theme, size }: Exporting, kind: Kind): Promise<Blob> {
  const drawn = restedNow(state);
  if (drawn === null) throw new Error('nothing is drawn yet');
  const { picture } = await import('./canvas/picture.ts');
  const { vocabulary, info } = state;
  const [first, ...others] = isUncovered(drawn.picture) ? uncoveredWords(drawn.picture) : [];
  return picture(drawn, state.view, {
    kind,
    theme,
    size,
    vocabulary,
    answer: answerOf(state),
    capitals: info?.capitals ?? null,
    large: isLarge(state),
    uncovered: first === undefined ? [] : [`Not covered. ${first}`, ...others],
  });
}

/** Puts what is chosen on the clipboard, as text of a format. */
export async function copyAs(format: string, label: string): Promise<void> {
  const state = get();
  const now = state.scratch.exporting;
  if (now === null) return;
  const chosen = { ...now, format, form: 'claims' as const };
  const made = await running((signal) => dataFile(state, chosen, signal));
  // A mark of byte order is for files.
  if (made !== null) await copy((await made.blob.text()).replace(/^\uFEFF/, ''), `Copied as ${label}`);
}

/** Puts the picture on the clipboard. */
export async function copyPicture(): Promise<void> {
  const state = get();
  const now = state.scratch.exporting;
  if (now === null) return;
  const blob = await running(() => pictureOf(state, now, 'png'));
  if (blob === null) return;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    tell('Copied as a picture');
  } catch {
    tell('Not copied: the browser forbids it. Save the PNG instead');
  }
}

/** `1.2 MB`. */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return many(bytes, 'byte');
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
