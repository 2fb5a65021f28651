// Times in words: what is open and what is not known read differently.
import type { Lens } from './lens.ts';
import { UNKNOWN } from './time.ts';

/** How precise an EDTF text is, in a word that stands after it. */
export function precisionWords(edtf: string): string {
  if (edtf.endsWith('/..')) return edtf.includes('[') || edtf === '/..' ? '' : 'from then on';
  // Of what begins or ends on a day not known, the words say so themselves.
  if (edtf.includes('/')) return /^\/|\/$|\[/.test(edtf) ? '' : 'throughout';
  if (edtf.startsWith('[')) return edtf.startsWith('[..') ? 'by then' : 'once in it';
  const unsure = /[~?%]/.test(edtf) ? ', about' : '';
  return `${['year', 'month', 'day'][edtf.split('-').length - 1] ?? ''}${unsure}`;
}

/** The start or the end of a spell; left out it is open, and the dots say so. */
export function endWords(end: string | undefined): string {
  if (end === undefined) return '…';
  const [, from, until] = /^\[(.*)\.\.(.*)\]$/.exec(end) ?? [];
  if (from === undefined || until === undefined) return end;
  if (from === '') return until === '' ? 'a day not known' : `${until} or earlier`;
  return until === '' ? `${from} or later` : `a day from ${from} to ${until}`;
}

/** An EDTF text as it is read aloud and printed: brackets and dots put into words where they would puzzle. */
export function whenWords(edtf: string): string {
  const slash = edtf.indexOf('/');
  const ends = [edtf.slice(0, slash), edtf.slice(slash + 1)];
  if (slash >= 0 && ends.some((end) => end === '' || end.startsWith('[')))
    return ends.map((end) => (end === '..' ? '…' : endWords(end === '' ? UNKNOWN : end))).join(' to ');
  const by = /^\[\.\.(.+)\]$/.exec(edtf)?.[1];
  if (by !== undefined) return by;
  const since = /^(.+)\/\.\.$/.exec(edtf)?.[1];
  return since ?? edtf.replace(/[~?%]$/, '');
}

/** An EDTF text in words that stand alone: no word beside them says that it is only by then, from then on, or about. */
export function whenAlone(edtf: string): string {
  if (edtf.includes('/')) {
    const since = /^([^[]+)\/\.\.$/.exec(edtf)?.[1];
    return since === undefined ? whenWords(edtf) : `from ${since} on`;
  }
  if (edtf.startsWith('[')) return endWords(edtf);
  const plain = edtf.replace(/[~?%]$/, '');
  const about = /[~%]$/.test(edtf) ? `about ${plain}` : plain;
  return /[?%]$/.test(edtf) ? `${about}, uncertain` : about;
}

/** The world time that is looked at, to follow a title: `, on 2018-07-01`; nothing where it is all of it. */
export function lensTime({ from, until }: Pick<Lens, 'from' | 'until'>): string {
  if (from === until) return from === null ? '' : `, on ${from}`;
  return `${from === null ? '' : `, from ${from}`}${until === null ? '' : `, until ${until}`}`;
}
