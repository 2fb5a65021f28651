// The two days that the report on changes compares, of the world or of knowledge, and the steps that choose them.
import type { Times } from '../model/api.ts';
import { defaultLens } from '../model/lens.ts';
import { noOptions } from '../model/question.ts';
import { addDays, type Day } from '../model/time.ts';
import type { View } from '../model/view.ts';
import { before, today } from './days.ts';
import { setKnown, setTime } from './steps.ts';

type Way = 'world' | 'knowledge';
type Step = (view: View) => View;

/** Which days a view compares; of the world where none is chosen yet. */
export const wayOf = (view: View): Way =>
  view.options.since === null && view.options.knew !== null ? 'knowledge' : 'world';

/** The two days; the later one is today where the view says nothing. */
export function daysOf(view: View): { earlier: Day | null; later: Day } {
  const { options, lens } = view;
  return wayOf(view) === 'world'
    ? { earlier: options.since, later: lens.until ?? today() }
    : { earlier: options.knew, later: lens.known ?? today() };
}

/** The days on which something changed, in the world or in what is known. */
export const stepsOf = (view: View, times: Times): readonly Day[] =>
  wayOf(view) === 'world' ? times.changes : times.known[view.lens.clock];

export const setEarlier =
  (day: Day): Step =>
  (view) => ({
    ...view,
    options: { ...noOptions, ...(wayOf(view) === 'world' ? { since: day } : { knew: day }) },
  });
export const setLater =
  (day: Day): Step =>
  (view) =>
    (wayOf(view) === 'world' ? setTime(day, day) : setKnown(day))(view);

/** The day before the last change until a day: from there to here something changed. Null where nothing did. */
export function beforeLast(days: readonly Day[], until: Day): Day | null {
  const last = before(days, addDays(until, 1));
  return last === null ? null : addDays(last, -1);
}

/** Compares days of the world: the range that is looked at, else the last change before the day that is. */
export const ofWorld =
  (times: Times | null): Step =>
  (view) => {
    const { from, until } = view.lens;
    const later = until ?? today();
    const range = from !== null && from < later ? from : null;
    const since = range ?? beforeLast(times?.changes ?? [], later);
    return { ...setTime(later, later)(view), options: { ...noOptions, since } };
  };

/** Compares days of knowledge: what was learned last. World time is left aside, for what is of another day is not compared. */
export const ofKnowledge =
  (times: Times | null): Step =>
  (view) => {
    const later = view.lens.known ?? today();
    const knew = beforeLast(times?.known[view.lens.clock] ?? [], later) ?? addDays(later, -1);
    const { from, until, over } = defaultLens;
    return {
      ...view,
      lens: { ...view.lens, from, until, over, known: later },
      options: { ...noOptions, knew },
    };
  };

/** The other clock of knowledge, with its own last change. */
export const byClock =
  (clock: View['lens']['clock'], times: Times | null): Step =>
  (view) =>
    ofKnowledge(times)({ ...view, lens: { ...view.lens, clock } });
