// A line of time for bars: how far it goes, where a day stands on it, and which years, months or days are written on it.
import { type Day, dayNumber, MAX_DAY, MIN_DAY, type Span } from '../model/time.ts';
import { dayOf } from './days.ts';

export interface Axis {
  from: Day;
  until: Day;
  /** Where a day begins, 0 to 1; open ends lie at the ends. */
  at(day: Day): number;
  /** Where the day after it begins. */
  end(day: Day): number;
  ticks: { at: number; label: string }[];
}

const isNamed = (day: Day) => day > MIN_DAY && day < MAX_DAY;

/** @param spans what has to be seen on it @returns null where none of it names a day */
export function axisOf(spans: readonly Span[]): Axis | null {
  const days = spans
    .flatMap((s) => [s.startEarliest, s.startLatest, s.endEarliest, s.endLatest])
    .filter(isNamed)
    .sort();
  const [from] = days;
  const until = days.at(-1);
  if (from === undefined || until === undefined) return null;
  const first = dayNumber(from);
  const all = dayNumber(until) - first + 1;
  const place = (n: number) => Math.min(1, Math.max(0, (n - first) / all));
  const at = (day: Day) => place(dayNumber(day));
  return {
    from,
    until,
    at,
    end: (day) => place(dayNumber(day) + 1),
    ticks: ticksOf(from, until).map(([day, label]) => ({ at: at(day), label })),
  };
}

const MOST_TICKS = 8;
/** Steps that read well, in months. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400];

/** The first days of months or years that are a round number of months apart; of a short time, some of its days. */
function ticksOf(from: Day, until: Day): [Day, string][] {
  const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = monthOf(from) + (from.endsWith('-01') ? 0 : 1);
  const months = monthOf(until) - first + 1;
  if (months < 2) {
    const days = dayNumber(until) - dayNumber(from) + 1;
    const step = Math.ceil(days / MOST_TICKS);
    return Array.from({ length: Math.ceil(days / step) }, (_, i) => {
      const day = dayOf(dayNumber(from) + i * step);
      return [day, day];
    });
  }
  const step = STEPS.find((s) => months / s <= MOST_TICKS) ?? 2400;
  const ticks: [Day, string][] = [];
  for (let month = Math.ceil(first / step) * step; month < first + months; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const name = `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
    ticks.push([`${name}-01`, step % 12 === 0 ? year : name]);
  }
  return ticks;
}
