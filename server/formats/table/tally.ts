// What reading a table came to: rows, claims by arity and kind, what was left out and why, the first claims in words.
import type { Claim } from '../../../model/claim.ts';
import { many } from '../../../model/phrase.ts';
import type { TableReport } from '../../../model/table-report.ts';
import { spellText } from '../../../model/time.ts';
import { vocabulary } from '../../vocabulary.ts';
import { Unknowns } from './unknown.ts';

/** How many claims are told in words. */
const SHOWN = 10;

export type { TableReport };

/** How many lines on which rows disagree are told. */
const FIRST_LINES = 5;

interface Cell {
  line: number;
  text: string;
}

/** The grades of a statement. */
export interface Graded {
  confidence?: unknown;
  credibility?: unknown;
}

export class Tally {
  readonly unknowns = new Unknowns();
  reversed = 0;
  duplicates = 0;
  merged = 0;
  withoutParties = 0;
  repeated = 0;
  renamed = 0;
  /** Rows of parties whose claim is not there, and their keys. */
  withoutClaim = { rows: 0, keys: 0, first: '' };
  /** Rows of pairs that lack a party. */
  halfPairs = 0;
  isPairs = false;
  /** Claims whose rows disagree on a field of their own, by field. */
  readonly #differing = new Map<string, { claims: Set<number>; lines: number[]; first: string }>();
  /** Entities of one id and several names. */
  renamedEntities: string[] = [];
  #firstDuplicate = Number.POSITIVE_INFINITY;
  readonly #dataset: string;
  #claims = 0;
  #statements = 0;
  #entities = 0;
  readonly #tables: TableReport['tables'] = [];
  readonly #sizes = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #first: string[] = [];

  constructor(dataset: string) {
    this.#dataset = dataset;
  }

  table(name: string, file: string, rows: number, left: number): void {
    this.#tables.push({ name, file, rows, left });
  }

  /** Counts a claim of which two rows disagree on a field of its own. @param claim a number of its own */
  differ(field: string, claim: number, first: Cell, other: Cell): void {
    const known = this.#differing.get(field);
    if (known === undefined)
      this.#differing.set(field, {
        claims: new Set([claim]),
        lines: [other.line],
        first: `line ${first.line} has "${first.text}", line ${other.line} "${other.text}"`,
      });
    else if (!known.claims.has(claim)) {
      known.claims.add(claim);
      if (known.lines.length < FIRST_LINES) known.lines.push(other.line);
    }
  }

  /** A line that says of a party what another has said; claims come in any order of their lines. */
  duplicateAt(line: number): void {
    this.#firstDuplicate = Math.min(line, this.#firstDuplicate);
  }

  entity(): void {
    this.#entities += 1;
  }

  /** Counts a claim with its statement. @param nameOf the name of an entity */
  claim(claim: Claim, statement: Graded, nameOf: (id: string) => string): void {
    this.#claims += 1;
    this.#statements += 1;
    const { roles } = vocabulary();
    const principals = new Set<string>();
    for (const { entity, role, part = roles.get(role)?.part } of claim.parties)
      if (part === 'actor' || part === 'addressee') principals.add(entity);
    const size = `${claim.incomplete ? 'at least ' : ''}${principals.size}`;
    this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + 1);
    for (const kind of claim.kinds) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (this.#first.length < SHOWN) this.#first.push(inWords(claim, statement, nameOf));
  }

  report(): TableReport {
    return {
      dataset: this.#dataset,
      tables: this.#tables,
      claims: this.#claims,
      statements: this.#statements,
      entities: this.#entities,
      sizes: Object.fromEntries(
        [...this.#sizes].sort(([a], [b]) => numberIn(a) - numberIn(b) || a.length - b.length),
      ),
      kinds: Object.fromEntries([...this.#kinds].sort(([, a], [, b]) => b - a)),
      unknown: this.unknowns.list(),
      notes: this.#notes(),
      first: this.#first,
    };
  }

  #notes(): string[] {
    const { rows, keys, first } = this.withoutClaim;
    const notes: [number, string][] = [
      [
        this.duplicates,
        `rows of parties that say what another row says, left out (the first in line ${this.#firstDuplicate})`,
      ],
      [this.merged, 'rows of parties that are one spell with the row before'],
      [this.reversed, 'times that end before they start, of which the mapping says what is known'],
      [this.withoutParties, 'claims without a party, left out'],
      [
        rows,
        `rows of parties whose claim is not there, left out (the first of ${keys} claims is "${first}")`,
      ],
      [this.halfPairs, 'rows of pairs that lack a party, left out'],
      [this.repeated, 'rows whose id stood before'],
      [this.renamed, 'ids written otherwise, for an id has letters, digits, dots, hyphens and colons only'],
      [
        this.renamedEntities.length,
        `entities of one id and several names, the others kept as aliases (the first is ${this.renamedEntities[0]})`,
      ],
    ];
    const told = notes.filter(([n]) => n > 0).map(([n, text]) => `${text}: ${n.toLocaleString('en-US')}`);
    for (const [field, { claims, lines, first }] of this.#differing)
      told.push(
        `${field}: ${many(claims.size, 'claim')} whose rows disagree, the first row of each is kept: ${first}${
          lines.length > 1
            ? `; also ${lines
                .slice(1)
                .map((line) => `line ${line}`)
                .join(', ')}${claims.size > lines.length ? ', …' : ''}`
            : ''
        }`,
      );
    if (this.isPairs)
      told.push(
        'Each claim is a pair. Pairs do not tell which of them are one agreement or event: no claim of three or more can be found in this table, and whether three pairs are one claim it cannot say',
      );
    return told;
  }
}

const numberIn = (size: string) => Number(/\d+/.exec(size)?.[0] ?? 0);

/** A claim in words: who, as what, when, and how sure the data are of it. */
function inWords(claim: Claim, { confidence, credibility }: Graded, nameOf: (id: string) => string): string {
  const most = 6;
  const parties = claim.parties.slice(0, most).map(({ entity, role, side, from, until }) => {
    const spell = from === undefined && until === undefined ? '' : `, ${spellText(from, until)}`;
    return `${nameOf(entity)} (${role}${side === undefined ? '' : `, side ${side}`}${spell})`;
  });
  const more = claim.parties.length > most ? ` and ${claim.parties.length - most} more` : '';
  const when = claim.when === undefined ? 'without a time' : claim.when;
  return `${claim.id}: ${claim.title} [${claim.kinds.join(', ')}; ${claim.modality}; ${when}${claim.incomplete ? '; parties incomplete' : ''}; confidence ${confidence ?? 'unknown'}${credibility === undefined ? '' : `, credibility ${credibility}`}] ${parties.join(', ')}${more}`;
}
