// The list of actions: what buttons and keys do, and what the keyboard map shows.
import { ClaimId, EntityId } from '../model/id.ts';
import { addDays } from '../model/time.ts';
import type { View } from '../model/view.ts';
import { after, before, today } from './days.ts';
import { openExpand } from './expansion.ts';
import { closedExport } from './exports.ts';
import { redo, replace, step, undo } from './history.ts';
import { questionHints } from './icons.tsx';
import { closedImport, openImport } from './imports.ts';
import { modeNow } from './mode.ts';
import { reportOf, reports, toggleReport } from './reports.ts';
import { share } from './share.ts';
import { stage } from './stage.ts';
import * as steps from './steps.ts';
import { get, type Scratch, type State, scratch, set } from './store.ts';
import { openViews } from './views.ts';

export interface Action {
  id: string;
  label: string;
  /** As `event.key` has them, with `Ctrl+` and `Shift+` before; the first is shown. */
  keys: readonly string[];
  /** Handled inside the canvas: listed in the map only. */
  canvas?: true;
  when?(state: State): boolean;
  /** A step: the view it makes of a view. */
  run?(view: View, state: State): View;
  /** What it does beside the view. */
  does?(state: State): void;
}

const onlyEntity = (s: State) => {
  const [id, ...more] = s.view.selection;
  return id !== undefined && more.length === 0 && EntityId.safeParse(id).success ? id : null;
};
const selectedClaims = (s: State) => s.view.selection.filter((id) => ClaimId.safeParse(id).success);
const focusOn = (selector: string) => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
};

const knownDays = (s: State) => s.times?.known[s.view.lens.clock] ?? [];
/** The change of knowledge before the day that is looked at; null where there is none. */
const knownBefore = (s: State) => before(knownDays(s), s.view.lens.known ?? addDays(today(), 1));
/** The next one; after the last change it is now. */
const knownAfter = (s: State) => after(knownDays(s), s.view.lens.known ?? today());

/** Whether the table is open: as chosen, else where there is room for it. It folds after the legend (UX.md section 4). */
export const dockIsOpen = (s: State): boolean =>
  s.scratch.dock ?? (modeNow() === 'wide' && s.scratch.folds < 2);
/** Whether the legend is open: as chosen, else where there is room for it. */
export const legendIsOpen = (s: State): boolean =>
  s.scratch.legend ?? (modeNow() === 'wide' && s.scratch.folds < 1 && reportOf(s.view) === null);

/**
 * The questions of the list in its order: those with a pictogram, then any other that counts claims or groups. Those with
 * a report stand below it.
 */
export function listedQuestions(s: State) {
  const all = s.info?.questions ?? [];
  const rank = Object.keys(questionHints);
  const other = all.filter(
    (q) => !rank.includes(q.id) && q.counts !== 'pair' && !['around', 'disputes', 'sizes'].includes(q.id),
  );
  const listed = [...rank.flatMap((id) => all.filter((q) => q.id === id)), ...other];
  return listed.filter((q) => !(q.id in reports));
}

/** What Esc closes first, in this order; null where nothing is open. */
function openThing(s: Scratch): Partial<Scratch> | null {
  if (s.dialog !== null) return { dialog: null };
  if (s.expanding !== null) return { expanding: null };
  if (s.exporting !== null) return { exporting: closedExport(s.exporting) };
  if (s.importing !== null) return { importing: closedImport(s.importing) };
  if (s.views !== null)
    return { views: s.views.at.what === 'list' ? null : { ...s.views, at: { what: 'list' } } };
  if (s.about) return { about: false };
  if (s.moved) return { moved: false };
  if (s.left) return { left: false };
  if (s.cypher) return { cypher: false };
  if (s.dock === true && modeNow() === 'narrow') return { dock: false };
  return s.only === null ? null : { only: null };
}

const questionKeys: Action[] = ['1', '2', '3', '4', '5', '6', '7', '8'].map((key, i) => ({
  id: `question-${key}`,
  label: `Question ${key}`,
  keys: [key],
  when: (s) => listedQuestions(s)[i] !== undefined,
  run: (view, s) => steps.toggleQuestion(listedQuestions(s)[i]?.id ?? '')(view),
}));

const reportKeys: Action[] = Object.entries(reports).map(([id, { label, key }]) => ({
  id: `report-${id}`,
  label,
  keys: [key],
  when: (s) => s.info?.questions.some((q) => q.id === id) === true,
  run: (view, s) => toggleReport(id, s.times)(view),
}));

export const actions: readonly Action[] = [
  { id: 'search', label: 'Search', keys: ['/'], does: search },
  ...questionKeys,
  ...reportKeys,
  { id: 'draw', label: 'Alignment or claims', keys: ['v'], run: steps.toggleDraw },
  { id: 'go', label: 'In the picture: nearest item in that direction', keys: ['Arrows'], canvas: true },
  {
    id: 'select',
    label: 'In the picture: select, add to the selection',
    keys: ['Enter', 'Space'],
    canvas: true,
  },
  { id: 'walk', label: 'In the picture: next, previous claim of the state', keys: ['n', 'p'], canvas: true },
  { id: 'move', label: 'In the picture: move by 10 pixels', keys: ['Alt+Arrows'], canvas: true },
  {
    id: 'expand',
    label: 'Expand or collapse the selected state',
    keys: ['e'],
    when: (s) => onlyEntity(s) !== null,
    does: (s) => openExpand(onlyEntity(s) ?? ''),
  },
  {
    id: 'hide',
    label: 'Hide the selected claims',
    keys: ['x'],
    when: (s) => selectedClaims(s).length > 0,
    run: (view, s) => ({
      ...view,
      hide: [...view.hide, ...selectedClaims(s).map((id) => `claim:${id}`)],
      selection: view.selection.filter((id) => !selectedClaims(s).includes(id)),
    }),
  },
  { id: 'close', label: 'Close, then clear the selection', keys: ['Escape'], does: close },
  { id: 'undo', label: 'Undo', keys: ['Ctrl+z'], when: (s) => s.place > 0, does: undo },
  {
    id: 'redo',
    label: 'Redo',
    keys: ['Ctrl+Shift+z', 'Ctrl+y'],
    when: (s) => s.place < s.furthest,
    does: redo,
  },
  { id: 'fit', label: 'Fit', keys: ['0'], does: () => stage()?.fit() },
  { id: 'zoom-in', label: 'Zoom in', keys: ['+', '='], does: () => stage()?.zoom(1) },
  { id: 'zoom-out', label: 'Zoom out', keys: ['-'], does: () => stage()?.zoom(-1) },
  {
    id: 'lower',
    label: 'Confidence 5 down',
    keys: ['['],
    run: (view) => steps.setThreshold(view.lens.threshold - 5)(view),
  },
  {
    id: 'higher',
    label: 'Confidence 5 up',
    keys: [']'],
    run: (view) => steps.setThreshold(view.lens.threshold + 5)(view),
  },
  {
    id: 'known-before',
    label: 'As known on: previous change',
    keys: [','],
    when: (s) => knownBefore(s) !== null,
    run: (view, s) => steps.setKnown(knownBefore(s))(view),
  },
  {
    id: 'known-after',
    label: 'As known on: next change',
    keys: ['.'],
    when: (s) => s.view.lens.known !== null,
    run: (view, s) => steps.setKnown(knownAfter(s))(view),
  },
  { id: 'table', label: 'Table', keys: ['t'], does: (s) => scratch({ dock: !dockIsOpen(s) }) },
  { id: 'legend', label: 'Legend', keys: ['l'], does: (s) => scratch({ legend: !legendIsOpen(s) }) },
  { id: 'inspector', label: 'Inspector', keys: ['i'], does: inspector },
  {
    id: 'cypher',
    label: 'Show the Cypher',
    keys: ['c'],
    does: (s) => scratch({ cypher: !s.scratch.cypher }),
  },
  { id: 'import', label: 'Import a file', keys: [], does: openImport },
  { id: 'kinds', label: 'Narrow by kind', keys: [], does: narrowByKind },
  { id: 'views', label: 'Saved views', keys: ['w'], does: () => void openViews() },
  {
    id: 'keep',
    label: 'Save this view',
    keys: ['Shift+s'],
    does: () => void openViews({ what: 'new' }),
  },
  { id: 'share', label: 'Copy link', keys: ['s'], does: () => void share() },
  { id: 'read', label: 'How to read the picture', keys: [], does: () => scratch({ dialog: 'read' }) },
  { id: 'keys', label: 'This list', keys: ['?'], does: () => scratch({ dialog: 'keys' }) },
];

/** Does an action by id, where it may be done now. */
export function act(id: string): void {
  const state = get();
  const action = actions.find((a) => a.id === id);
  if (action === undefined || action.when?.(state) === false) return;
  if (action.run !== undefined) step((view) => action.run?.(view, state) ?? view);
  action.does?.(state);
}

export const mayAct = (state: State, id: string): boolean =>
  actions.find((a) => a.id === id)?.when?.(state) !== false;

function search(): void {
  if (modeNow() === 'narrow') scratch({ left: true });
  focusOn('#search');
}

/** Opens the filter of kinds, with the left side where that is closed. */
function narrowByKind(): void {
  if (modeNow() !== 'wide') scratch({ left: true });
  requestAnimationFrame(() => {
    const filter = document.querySelector<HTMLDetailsElement>('#filter-kind');
    if (filter === null) return;
    filter.open = true;
    filter.querySelector('summary')?.focus();
    filter.scrollIntoView({ block: 'nearest' });
  });
}

function inspector(s: State): void {
  const open = !s.scratch.right;
  scratch({ right: open, sheet: s.scratch.sheet === 'peek' ? 'half' : 'peek' });
  if (open) focusOn('#right');
}

function close(s: State): void {
  const thing = openThing(s.scratch);
  if (thing !== null) scratch(thing);
  else if (s.view.question !== null && reportOf(s.view) !== null) step(steps.toggleQuestion(s.view.question));
  else if (s.view.selection.length > 0) replace(steps.select());
}

/** Switches single keys on or off, and keeps that for the next visit: some type by voice (WCAG 2.1.4). */
export function setKeys(on: boolean): void {
  localStorage.setItem('entente.keys', on ? 'on' : 'off');
  set({ keys: on });
}

const typing =
  'input:not([type="range"],[type="checkbox"],[type="radio"]), textarea, select, [contenteditable]';

/** Hands a pressed key to its action. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : null;
  const control = event.ctrlKey || event.metaKey;
  // A menu closes itself; one press of Escape closes one thing.
  if (target?.closest('[role="menu"]')) return;
  if (event.key !== 'Escape' && target?.closest(`${typing}, [role="dialog"]`)) return;
  const shift = event.shiftKey && /^[a-z]$/i.test(event.key) ? 'Shift+' : '';
  const key = `${control ? 'Ctrl+' : ''}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
  const state = get();
  if (!state.keys && !control && event.key.length === 1) return;
  const action = actions.find((a) => a.canvas !== true && a.keys.includes(key));
  if (action === undefined || action.when?.(state) === false) return;
  event.preventDefault();
  act(action.id);
}
