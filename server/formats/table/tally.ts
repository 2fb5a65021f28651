// What reading a table came to: rows, claims by arity and kind, what was left out and why, the first claims in words.
import type { Claim } from '../../../model/claim.ts';
import { vocabulary } from '../../vocabulary.ts';
import { type Unknown, Unknowns } from './unknown.ts';

/** How many claims are told in words. */
const SHOWN = 10;

/** What is told of the tables of a load. */
export interface TableReport {
  dataset: string;
  tables: { name: string; file: string; rows: number; left: number }[];
  claims: number;
  statements: number;
  entities: number;
  /** Claims by the number of principals there ever were; `at least n` where not all are known. */
  sizes: Record<string, number>;
  kinds: Record<string, number>;
  unknown: Unknown[];
  /** What was left out, joined or changed, each with how often. */
  notes: string[];
  first: string[];
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
  /** Entities of one id and several names. */
  renamedEntities: string[] = [];
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

  entity(): void {
    this.#entities += 1;
  }

  /** Counts a claim. @param nameOf the name of an entity */
  claim(claim: Claim, nameOf: (id: string) => string): void {
    this.#claims += 1;
    this.#statements += 1;
    const { roles } = vocabulary();
    const principals = new Set<string>();
    for (const { entity, role, part = roles.get(role)?.part } of claim.parties)
      if (part === 'actor' || part === 'addressee') principals.add(entity);
    const size = `${claim.incomplete ? 'at least ' : ''}${principals.size}`;
    this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + 1);
    for (const kind of claim.kinds) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (this.#first.length < SHOWN) this.#first.push(inWords(claim, nameOf));
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
      [this.duplicates, 'rows of parties that say what another row says, left out'],
      [this.merged, 'rows of parties that are one spell with the row before'],
      [this.reversed, 'times that end before they start, both dates left out'],
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
    if (this.isPairs)
      told.push(
        'Each claim is a pair. Pairs do not tell which of them are one agreement or event: no claim of three or more can be found in this table, and whether three pairs are one claim it cannot say',
      );
    return told;
  }
}

const numberIn = (size: string) => Number(/\d+/.exec(size)?.[0] ?? 0);

/** A claim in words: who, as what, when. */
function inWords(claim: Claim, nameOf: (id: string) => string): string {
  const most = 6;
  const parties = claim.parties.slice(0, most).map(({ entity, role, side, from, until }) => {
    const spell = from === undefined && until === undefined ? '' : `, ${from ?? '..'}/${until ?? '..'}`;
    return `${nameOf(entity)} (${role}${side === undefined ? '' : `, side ${side}`}${spell})`;
  });
  const more = claim.parties.length > most ? ` and ${claim.parties.length - most} more` : '';
  const when = claim.when === undefined ? 'without a time' : claim.when;
  return `${claim.id}: ${claim.title} [${claim.kinds.join(', ')}; ${claim.modality}; ${when}${claim.incomplete ? '; parties incomplete' : ''}] ${parties.join(', ')}${more}`;
}
