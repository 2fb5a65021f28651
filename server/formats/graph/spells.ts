// When a node or an edge of GEXF is there: the dates of its attributes and of its spells, as texts and as days.
import type { ReadValue } from './parts.ts';

/** The ends of a time as GEXF writes them. */
export interface Ends {
  start?: string;
  startopen?: string;
  end?: string;
  endopen?: string;
}

/** A spell by days; what is open is absent. */
export interface Spell {
  from?: string;
  until?: string;
}

/** A time as `[2009-01-01..2010-01-01]`; a round bracket where the end itself is not of it; what is open is left out. */
export const span = ({ start, startopen, end, endopen }: Ends): string =>
  `${start === undefined && startopen !== undefined ? '(' : '['}${start ?? startopen ?? ''}..${end ?? endopen ?? ''}${end === undefined && endopen !== undefined ? ')' : ']'}`;

/** The ends of a time that `span` wrote, and what stands before it; null where the text is none. */
export function ends(text: string): { before: string; ends: Ends } | null {
  const found = /^(?:(.*) )?([[(])([^[\]()]*?)\.\.([^[\]()]*?)([\])])$/s.exec(text);
  if (found === null) return null;
  const [, before = '', left, from, until, right] = found;
  return {
    before,
    ends: {
      ...(from ? { [left === '(' ? 'startopen' : 'start']: from } : {}),
      ...(until ? { [right === ')' ? 'endopen' : 'end']: until } : {}),
    },
  };
}

/** The spells of an edge by dates; the numbers of another clock stay what they are. */
export function spellsOf(attributes: ReadonlyMap<string, ReadValue>): Spell[] {
  const own = Object.fromEntries(
    ['start', 'startopen', 'end', 'endopen'].flatMap((name) => {
      const value = attributes.get(`@${name}`);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const listed = attributes.get('@spells');
  const spells = Array.isArray(listed) ? listed.map((text) => ends(text)?.ends ?? {}) : [];
  return [own, ...spells].flatMap(({ start, startopen, end, endopen }: Ends) => {
    const from = dayOf(start ?? startopen);
    const until = dayOf(end ?? endopen);
    if (from === undefined && until === undefined) return [];
    if (from !== undefined && until !== undefined && from > until) return [];
    return [{ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }];
  });
}

/** The day of a date or a time of day. */
const dayOf = (text: string | undefined): string | undefined => {
  const day = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text ?? '')?.[1];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
};
