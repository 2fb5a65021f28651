// Saved views: listed, opened, kept, renamed, duplicated, removed, and handed on as links and files.
import { toLink } from '../model/address.ts';
import { type Problem, problemCodes } from '../model/problem.ts';
import {
  freeId,
  type Judgement,
  type ListedView,
  type SavedView,
  type ViewDraft,
  viewOf,
} from '../model/saved-view.ts';
import { addressOf } from './address.ts';
import * as api from './api.ts';
import { replace, step } from './history.ts';
import { holdOpened } from './opened.ts';
import { copy, save, tell } from './share.ts';
import { get, type Scratch, scratch } from './store.ts';
import { thumbnail } from './thumbnail.ts';

type Dialog = NonNullable<Scratch['views']>;

const change = (more: Partial<Dialog>): void => {
  const now = get().scratch.views;
  if (now !== null) scratch({ views: { ...now, ...more } });
};

/** Opens the list. @param at what is done in it first: nothing, or a new view */
export async function openViews(at: Dialog['at'] = { what: 'list' }): Promise<void> {
  scratch({
    views: { all: get().scratch.views?.all ?? null, at, busy: false, problem: null },
    left: false,
    about: false,
  });
  await relist();
}

export const closeViews = (): void => scratch({ views: null });

/** Turns to another part of the dialog. */
export const turnTo = (at: Dialog['at']): void => change({ at, problem: null });

async function relist(): Promise<void> {
  const all = await asked(api.views());
  if (all !== null) change({ all: all.views });
}

/** What was asked for, or null where it is refused: that is told in the dialog. */
async function asked<T>(asking: Promise<T>): Promise<T | null> {
  change({ busy: true, problem: null });
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    if (error.problem.code === 'token-required') scratch({ views: null, dialog: 'token' });
    else change({ problem: error.problem });
    return null;
  } finally {
    change({ busy: false });
  }
}

/** Shows a saved view; Back leads to what was there before. */
export async function openView(id: string): Promise<void> {
  const saved = await asked(api.savedView(id));
  if (saved === null) return;
  closeViews();
  show(saved);
}

function show(saved: SavedView): void {
  holdOpened(saved);
  step(() => viewOf(saved));
}

/** Leaves the saved view; the picture stays as it is. */
export function leaveView(): void {
  holdOpened(null);
  scratch({ only: null });
  replace((view) => ({ ...view, saved: null }));
}

/** What an analyst writes to a view. */
export interface Written {
  title: string;
  notes?: string;
  judgement?: Judgement;
}

/** The view that is shown, as it is kept. */
async function shown(): Promise<Pick<ViewDraft, 'address' | 'places' | 'thumbnail'>> {
  const { view } = get();
  const picture = await thumbnail();
  return {
    address: toLink({ ...view, moved: {}, saved: null }),
    places: view.moved,
    ...(picture === undefined ? {} : { thumbnail: picture }),
  };
}

/** Keeps what is shown as a new view, which is open then. */
export async function keepNew(written: Written): Promise<void> {
  const id = freeId(written.title, idsNow());
  const saved = await asked(shown().then((now) => api.keepView(id, { ...written, ...now }, true)));
  if (saved === null) return;
  tell(`Saved as “${saved.title}”`);
  closeViews();
  // The picture is what it was: only its address is another.
  holdOpened(saved);
  replace(() => viewOf(saved));
}

const idsNow = () => (get().scratch.views?.all ?? []).map((v) => v.id);

/** Keeps other words with a view: what it shows and was made on stays. */
export async function rewrite(id: string, written: Written): Promise<void> {
  const saved = await asked(
    api
      .savedView(id)
      .then(({ type, id: _, created, changed, title, notes, judgement, ...rest }) =>
        api.keepView(id, { ...written, ...rest }),
      ),
  );
  if (saved === null) return;
  if (get().opened?.id === id) holdOpened(saved);
  turnTo({ what: 'list' });
  await relist();
}

/** Keeps what is shown now under a view that is there: its words stay, what it was made on is anew. */
export async function keepOver(view: ListedView): Promise<void> {
  const { title, notes, judgement } = view;
  const words: Written = {
    title,
    ...(notes === undefined ? {} : { notes }),
    ...(judgement === undefined ? {} : { judgement }),
  };
  const saved = await asked(shown().then((now) => api.keepView(view.id, { ...words, ...now })));
  if (saved === null) return;
  tell(`“${saved.title}” is what is shown now`);
  closeViews();
  holdOpened(saved);
  replace(() => viewOf(saved));
}

export async function duplicate(view: ListedView): Promise<void> {
  const title = `${view.title.slice(0, 190)} (copy)`;
  const copied = await asked(
    api
      .savedView(view.id)
      .then(({ type, id, created, changed, ...rest }) =>
        api.keepView(freeId(title, idsNow()), { ...rest, title }, true),
      ),
  );
  if (copied === null) return;
  await relist();
  turnTo({ what: 'edit', id: copied.id });
}

export async function removeView(view: ListedView): Promise<void> {
  if ((await asked(api.removeView(view.id))) === null) return;
  if (get().opened?.id === view.id) leaveView();
  tell(`“${view.title}” is deleted`);
  turnTo({ what: 'list' });
  await relist();
}

/** Copies the short address of a saved view. */
export const copyLink = ({ id }: Pick<SavedView, 'id'>): Promise<void> =>
  copy(`${location.origin}${addressOf({ ...get().view, saved: id })}`, 'Link copied');

export async function saveFile({ id }: ListedView): Promise<void> {
  const blob = await asked(api.viewFile(id));
  if (blob !== null) save(blob, `${id}.yaml`);
}

/** Keeps the view of a file. */
export async function readViewFile(file: File): Promise<void> {
  const saved = await asked(api.importView(file, file.name));
  if (saved === null) return;
  tell(`“${saved.title}” is kept`);
  await relist();
}

/** Tells what cannot be sent, before it is sent. */
export const refuse = (detail: string): void => change({ problem: notValid(detail) });

const notValid = (detail: string): Problem => ({
  type: '/problems/invalid-body',
  code: 'invalid-body',
  ...problemCodes['invalid-body'],
  detail,
});
