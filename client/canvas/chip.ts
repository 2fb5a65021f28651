// The words of the canvas: a claim's mark, name, number and second line (UX.md section 3). A second line stands only for
// what is not plain, and no number stands beside what nobody asserts.

import type { JudgedClaim } from '../../model/answer.ts';
import type { Confidence } from '../../model/confidence.ts';
import type { State } from '../../model/judge.ts';
import { many } from '../../model/phrase.ts';
import type { Sign } from '../../model/vocabulary.ts';
import { certaintyTable, donenessOf, signTable, stateOf, stateOrder, stateTable } from './encoding.ts';
import { nameOf } from './entity-glyph.ts';
import { nameIn, type Reading, type Scene } from './reading.ts';
import { FONT } from './sizes.ts';
import { lineWidth, shorten } from './text.ts';

/** From the name of a row to the leg of the leading shape. */
const ROW_LINE = 214;

/** A text of the canvas, and a shorter one for when it is small. */
export interface Words {
  label: string;
  brief: string;
}

/** `+ − ± ○` of a sign, or `≠ ≈ × ∅ ?` of a state; none of a claim that is out, for it has no state. */
export const mark = (c: Pick<JudgedClaim, 'state' | 'sign'>): string =>
  c.state === null ? '' : (stateTable[c.state].mark ?? signTable[c.sign].mark);

/** `~ ` before the words of a claim that is only possible, or undated, at the time asked. */
export const doubt = (c: Pick<JudgedClaim, 'certainty'>): string =>
  c.certainty === 'sure' ? '' : `${certaintyTable[c.certainty].mark} `;

/** A confidence as it is written: `?` is unknown, `0` is zero. */
const numberOf = (confidence: Confidence): string => (confidence === null ? '?' : String(confidence));

export const stateWord: Record<State, string> = {
  asserted: stateTable.asserted.word,
  contested: stateTable.contested.word,
  unverified: stateTable.unverified.word,
  unevidenced: stateTable.unevidenced.word,
  denied: stateTable.denied.word,
  open: stateTable.open.word,
};

export const signWord: Record<Sign, string> = {
  '+': signTable['+'].word,
  '-': signTable['-'].word,
  '±': signTable['±'].word,
  '0': signTable['0'].word,
};

/** The name of a claim on the canvas. */
export const shortName = (c: JudgedClaim): string => c.claim.short ?? shorten(c.claim.title, 26);

/** Its last word, with a capital. */
function lastWord(c: JudgedClaim): string {
  const word = shortName(c).split(' ').at(-1) ?? '';
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Mark, name, and the number where somebody asserts and nobody denies. */
function firstLine(c: JudgedClaim): string {
  return `${doubt(c)}${mark(c)} ${shortName(c)}${stateOf(c) === 'asserted' ? ` · ${numberOf(c.for)}` : ''}`;
}

/** The number against is over reports of absence as well: beside these it is not the denial's own. */
export const againstWords = (c: JudgedClaim): string =>
  c.statements.some((s) => s.stance === 'reports-absence')
    ? `against ${numberOf(c.against)}`
    : numberOf(c.against);

/** The numbers of a claim with their scale in words: never a bare number where nobody asserts. */
export function numbers(c: JudgedClaim): string {
  switch (stateOf(c)) {
    case 'asserted':
      return numberOf(c.for);
    case 'contested':
    case 'unverified':
      return `${numberOf(c.for)} against ${numberOf(c.against)}`;
    case 'denied':
      return `denied · ${againstWords(c)}`;
    case 'unevidenced':
      return `not found · ${numberOf(c.against)}`;
    case 'open':
      return 'unclear';
  }
}

/** "agreed", or "says Trump" where one person alone alleges it; nothing for what is done or in force. */
function modalityWord(r: Reading, scene: Scene): string {
  const { claim, statements } = r.claim;
  if (donenessOf(claim.modality) === 'done') return '';
  const voices = new Set(statements.filter((s) => s.stance === 'asserts').map((s) => s.attributedTo));
  const [voice] = voices;
  const person = voices.size === 1 && voice !== undefined ? scene.entities.get(voice) : undefined;
  if (claim.modality === 'alleged' && person?.label === 'Person')
    return `says ${nameOf(person).split(' ').at(-1)}`;
  return claim.modality;
}

/** Whom it affects, or how many parties are known of it. */
function partyWords(r: Reading, scene: Scene): string[] {
  return [
    r.was.claim.incomplete ? `${r.principals.length} or more parties` : '',
    r.affected.length > 0 ? `affects ${r.affected.map((id) => nameIn(scene, id)).join(', ')}` : '',
  ];
}

const joined = (words: readonly string[]) => words.filter((w) => w !== '').join(' · ');

function secondLine(r: Reading, scene: Scene, parties: readonly string[]): string {
  const first = stateOf(r.claim) === 'asserted' ? modalityWord(r, scene) : numbers(r.claim);
  return joined([first, ...parties]);
}

const lines = (...text: string[]) => text.filter((l) => l !== '').join('\n');

/** The chip of a tie, or the name of a shape with legs. */
export function chip(r: Reading, scene: Scene): Words {
  // Both numbers, however small: one alone would hide that somebody is against it.
  const brief = `${doubt(r.claim)}${mark(r.claim)}${r.claim.stands ? ` ${numbers(r.claim)}` : ''}`;
  return { label: lines(firstLine(r.claim), secondLine(r, scene, partyWords(r, scene))), brief };
}

/** The name of a field's leading shape. */
export function leadChip(r: Reading, scene: Scene): Words {
  const count = `${r.principals.length} principals`;
  const first = firstLine(r.claim);
  return { label: lines(first, secondLine(r, scene, [...partyWords(r, scene), count])), brief: first };
}

/** A row of a field: the field names the principals, so that the row names only the others. */
export function rowChip(r: Reading, scene: Scene, members: readonly string[]): Words {
  const others = r.principals.filter((id) => !members.includes(id));
  const towards = others.some((id) => r.addressees.includes(id)) ? 'to' : 'with';
  const number = stateOf(r.claim) === 'asserted' ? numberOf(r.claim.for) : '';
  const second = (letters: number) => {
    const name = shorten(nameIn(scene, others[0] ?? ''), letters).replace(/ …$/, '');
    const parties = others.length > 0 ? [`${towards} ${name} …`] : partyWords(r, scene);
    return joined([secondLine(r, scene, parties), number]);
  };
  // A third line would stand on the row below, or on the leg.
  const letters = [20, 16, 13, 10].find((n) => lineWidth(second(n), FONT.row) <= ROW_LINE) ?? 8;
  const label = lines(`${doubt(r.claim)}${mark(r.claim)} ${shortName(r.claim)}`, second(letters));
  return { label, brief: `${doubt(r.claim)}${mark(r.claim)} ${lastWord(r.claim)}` };
}

/** While a handle is dragged a fold keeps its place, and counts those of its claims that still stand. */
export const standingNow = (rs: readonly Reading[]): Reading[] =>
  rs.filter((r) => r.claim.stands && !r.claim.ghost);

/** The same of those that do not stand. */
const presentOf = (rs: readonly Reading[], state: State): Reading[] =>
  rs.filter((r) => stateOf(r.claim) === state && !r.claim.out);

/** How many claims of a fold have each mark: a fold never hides that one of them is contested. */
function marks(rs: readonly Reading[]): string {
  const order = ['≠', '≈', '+', '−', '±', '○'];
  return order
    .map((m) => [m, rs.filter((r) => mark(r.claim) === m).length] as const)
    .filter(([, n]) => n > 0)
    .map(([m, n]) => `${m} ${n}`)
    .join('   ');
}

const doesNotStand: Partial<Record<State, string>> = {
  unevidenced: 'looked for, not found',
  denied: 'denied',
  open: 'unclear',
};

/** `~ 2 possible, ~ 1 undated` of a fold. */
function doubts(rs: readonly Reading[]): string[] {
  return (['possible', 'undated'] as const)
    .map((k) => [rs.filter((r) => r.claim.certainty === k).length, certaintyTable[k]] as const)
    .filter(([n]) => n > 0)
    .map(([n, row]) => `${row.mark} ${n} ${row.word}`);
}

/** The rest of the rows that stand, with a count for each sign. */
export function foldedRows(all: readonly Reading[]): Words {
  const rs = standingNow(all);
  const sure = rs.filter((r) => r.claim.certainty === 'sure').length;
  // The block of rows is narrow: the mark says it, and the legend what the mark means.
  const unsure = rs.length - sure;
  const first =
    sure === 0 && unsure > 0
      ? `~${unsure} more`
      : `${sure} more that ${sure === 1 ? 'stands' : 'stand'}${unsure > 0 ? `, ~${unsure}` : ''}`;
  return { label: `${first}\n${marks(rs)}`, brief: `${sure === 0 ? '~ ' : ''}${rs.length} more` };
}

/** Several claims of one state that do not stand; the first three by the last words of their names. */
export function foldedAbsent(all: readonly Reading[], state: State): Words {
  const words = doesNotStand[state] ?? stateWord[state];
  const rs = presentOf(all, state);
  const names = rs.slice(0, 3).map((r) => lastWord(r.claim).toLowerCase());
  const more = rs.length > 3 ? ' …' : '';
  const m = `${rs.some((r) => r.claim.certainty !== 'sure') ? '~ ' : ''}${stateTable[state].mark ?? ''}`;
  return {
    label: `${m} ${rs.length} ${words}\n${names.join(', ')}${more}`,
    brief: `${m} ${rs.length} ${words.split(' ').slice(-2).join(' ')}`,
  };
}

/** "+ 5 claims, 1 contested": several ties of one pair and one sign, or of one state where they do not stand. */
export function foldedTies(all: readonly Reading[]): Words {
  const first = all[0];
  if (first === undefined) return { label: '', brief: '' };
  const state = stateOf(first.was);
  if (!stateTable[state].stands) {
    const m = stateTable[state].mark ?? '';
    const rs = presentOf(all, state);
    return {
      label: `${m} ${many(rs.length, 'claim')}, ${doesNotStand[state] ?? ''}`,
      brief: `${m} ${rs.length}`,
    };
  }
  const rs = standingNow(all);
  const disputed = stateOrder
    .filter((s) => s === 'contested' || s === 'unverified')
    .map((s) => [rs.filter((r) => r.claim.state === s).length, stateWord[s]] as const)
    .filter(([n]) => n > 0)
    .map(([n, w]) => `, ${n} ${w}`);
  const m = disputed.length > 0 ? '≠' : '';
  return {
    label: [
      `${signTable[first.was.sign].mark} ${many(rs.length, 'claim')}${disputed.join('')}`,
      ...doubts(rs),
    ].join(', '),
    brief: `${doubts(rs).length > 0 ? '~ ' : ''}${m}${signTable[first.was.sign].mark} ${rs.length}`,
  };
}
