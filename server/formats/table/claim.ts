// A claim of a table: its id, title, kinds and time from a row, with the parties that were gathered for it.
import type { Claim, Party } from '../../../model/claim.ts';
import { modalities } from '../../../model/claim.ts';
import type { ClaimsSpec, Mapping } from '../../../model/mapping.ts';
import { leadingKind } from '../../../model/parties.ts';
import { spanOf } from '../../../model/time.ts';
import { vocabulary } from '../../vocabulary.ts';
import { dateOf, OPEN, type ReadDate } from './dates.ts';
import type { Entities } from './entity.ts';
import { openEnd } from './open-end.ts';
import { dateColumns } from './own-fields.ts';
import type { Row } from './quoted.ts';
import { cellOf, fault, type TableSource } from './source.ts';
import { joined, throughout, timeOf } from './spells.ts';
import { statementOf } from './statement.ts';
import type { Gathered } from './store.ts';
import type { Tally } from './tally.ts';
import { columnsIn, conditionOf, propertyOf, templateOf, wordOf } from './words.ts';

/** A claim with its statement, and where its parties stand, in the order of `claim.parties`. */
export interface BuiltClaim {
  claim: Claim;
  statement: Record<string, unknown>;
  line: number;
  /** The columns of its id; empty where it is made of its parties. */
  idColumn: string;
  placeOf(party: number): { line: number; isOwn: boolean };
}

/** Titles are read in lists: what is longer is cut, and stands whole in a property or a note if it is mapped there. */
const LONGEST_TITLE = 200;
const LONGEST_ID = 120;

export type Build = (row: Row, gathered: Gathered, pair?: string) => BuiltClaim | null;

/** Puts claims together. @param own the claim's id, numbered where it was there before */
export function claimsOf(
  source: TableSource,
  mapping: Mapping,
  spec: ClaimsSpec,
  entities: Entities,
  tally: Tally,
): Build {
  const { dataset } = mapping;
  const at = '/claims';
  const id = spec.id === undefined ? null : templateOf(source, spec.id, `${at}/id`);
  const titles = [spec.title]
    .flat()
    .map((t, i) => templateOf(source, t, Array.isArray(spec.title) ? `${at}/title/${i}` : `${at}/title`));
  const short = spec.short === undefined ? null : templateOf(source, spec.short, `${at}/short`);
  const note = spec.note === undefined ? null : templateOf(source, spec.note, `${at}/note`);
  const modality = wordOf(source, spec.modality, `${at}/modality`, {
    what: 'a modality',
    words: new Set(modalities),
  });
  const incomplete =
    typeof spec.incomplete === 'boolean'
      ? () => spec.incomplete === true
      : conditionOf(source, spec.incomplete, `${at}/incomplete`);
  const when = whenOf(source, spec, tally);
  const statement = statementOf(source, mapping, spec.statement, `${at}/statement`);
  const properties = Object.entries(spec.properties ?? {}).map(([name, property]) => ({
    name,
    read: propertyOf(source, property, `${at}/properties/${name}`),
  }));
  const seen = new Map<string, number>();
  const kindCell = 'column' in spec.kinds ? cellOf(source, spec.kinds.column, `${at}/kinds/column`) : null;
  const kindColumns =
    'flags' in spec.kinds
      ? Object.keys(spec.kinds.flags).join(', ')
      : 'column' in spec.kinds
        ? spec.kinds.column
        : '';
  const idColumns = columnsIn(spec.id ?? '').join(', ');

  return (row, gathered, pair) => {
    const written = id === null ? (pair ?? null) : id(row);
    if (written === null) {
      fault(source, row, idColumns, 'the claim has no id: the cell is empty');
      return null;
    }
    const own = ownId(pair === undefined || id === null ? written : `${written}:${pair}`, tally);
    if (own === '') {
      fault(source, row, idColumns, `"${written}" cannot be an id: it has no letter and no digit`);
      return null;
    }
    const numbered = once(own, spec.repeated, seen, tally);
    if (numbered === null) return null;
    if (gathered.parties.length === 0) {
      if (spec.withoutParties === 'skip') tally.withoutParties += 1;
      else if (!source.faults.isMappingWrong)
        fault(
          source,
          row,
          '',
          `the claim "${written}" has no party; withoutParties: skip leaves such claims out`,
        );
      return null;
    }
    const kinds =
      gathered.kinds.length > 0 || !('flags' in spec.kinds)
        ? gathered.kinds
        : [spec.kinds.otherwise ?? []].flat();
    if (kinds.length === 0) {
      // Of a text that leads to none it is told already.
      if (kindCell === null || kindCell(row) === '')
        fault(
          source,
          row,
          kindColumns,
          `the claim "${written}" has no kind: say otherwise under kinds, or leave such rows out by where`,
        );
      return null;
    }
    const { parties, duplicates, firstDuplicate, merged } = joined(gathered.parties);
    tally.duplicates += duplicates;
    if (firstDuplicate !== null) tally.duplicateAt(gathered.lines[firstDuplicate] ?? row.line);
    tally.merged += merged;
    const open = openEnd(dataset.coverage, kinds);
    const time = spec.when === 'parties' ? timeOf(parties, open) : when(row, open);
    const those = throughout(parties, time);
    const words = {
      _parties: named(those, entities),
      _kind: leadingKind(kinds.flatMap((k) => vocabulary().kinds.get(k) ?? [])).label,
      _when: time ?? '',
    };
    const title = titles.reduce<string | null>((found, t) => found ?? t(row, words), null);
    if (title === null)
      fault(
        source,
        row,
        columnsIn([spec.title].flat().join()).join(', '),
        'the claim has no title: a cell of it is empty',
      );
    const kept = properties.flatMap(({ name, read }) => {
      const value = read(row);
      return value === undefined ? [] : [[name, value] as const];
    });
    const shortName = short?.(row, words) ?? null;
    const noted = note?.(row, words) ?? null;
    const claim: Claim = {
      type: 'claim',
      id: `${dataset.id}/${numbered}`,
      title: cut(title ?? written),
      ...(shortName === null ? {} : { short: shortName }),
      kinds: [...kinds],
      ...(time === undefined ? {} : { when: time }),
      modality: (modality(row) ?? 'done') as Claim['modality'],
      incomplete: gathered.incomplete || incomplete(row),
      parties: those,
      ...(noted === null ? {} : { note: noted }),
      ...(kept.length === 0 ? {} : { properties: Object.fromEntries(kept) }),
    };
    const says = statement(row, claim.id);
    tally.claim(claim, says, (e) => entities.nameOf(e));
    return {
      claim,
      statement: says,
      line: row.line,
      idColumn: idColumns,
      placeOf: (i) => {
        const at = gathered.parties.findIndex(
          (p) => p.entity === those[i]?.entity && p.role === those[i]?.role,
        );
        return { line: gathered.lines[at] ?? row.line, isOwn: at < (gathered.own ?? 0) };
      },
    };
  };
}

/** A text as an id: what an id cannot have becomes a hyphen. */
function ownId(text: string, tally: Tally): string {
  const id = text
    .replaceAll(/[^A-Za-z0-9._:-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST_ID);
  if (id !== text) tally.renamed += 1;
  return id;
}

/** An id that was not there before; null where its row is left out. Where it stops the load, the loader tells. */
function once(
  id: string,
  repeated: ClaimsSpec['repeated'],
  seen: Map<string, number>,
  tally: Tally,
): string | null {
  if (repeated === 'stop') return id;
  const before = seen.get(id) ?? 0;
  seen.set(id, before + 1);
  if (before === 0) return id;
  tally.repeated += 1;
  return repeated === 'first' ? null : `${id}.${before + 1}`;
}

/** Reads the time of a row; `open` is the end of what goes on. */
function whenOf(
  source: TableSource,
  { when, reversed }: ClaimsSpec,
  tally: Tally,
): (row: Row, open: string) => string | undefined {
  if (when === undefined || when === 'parties') return () => undefined;
  if ('date' in when) {
    const date = dateOf(source, when.date, '/claims/when/date', true);
    return (row) => {
      const text = date(row);
      return text === null || text === OPEN ? undefined : text;
    };
  }
  const column = dateColumns(when.until).join(', ');
  const from = dateOf(source, when.from, '/claims/when/from');
  const until = dateOf(source, when.until, '/claims/when/until');
  return (row, open) => {
    const text = interval(from(row), until(row), open);
    if (text === undefined || spanOf(text, true) !== null) return text;
    if (reversed !== 'stop') tally.reversed += 1;
    else
      fault(
        source,
        row,
        column,
        `it ends (${until(row)}) before it starts (${from(row)}); reversed: leave-out takes neither as known`,
      );
    return reversed === 'keep-start' ? interval(from(row), null, open) : undefined;
  };
}

/** From and until as EDTF: what is not known is left empty, what is open ends no sooner than the data, one day is that day. */
function interval(from: ReadDate, until: ReadDate, open: string): string | undefined {
  if (from === null && until === null) return undefined;
  if (from === until && from !== null && /^\d{4}-\d{2}-\d{2}$/.test(from)) return from;
  if (until !== OPEN) return `${from ?? ''}/${until ?? ''}`;
  // What is there when the data end has begun by then.
  const begun = open === OPEN ? '' : `[..${open.slice(1, -3)}]`;
  return `${from ?? begun}/${open}`;
}

const cut = (title: string) =>
  title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;

/** The first names, and how many more there are. */
function named(parties: readonly Party[], entities: Entities): string {
  const names = [...new Set(parties.map((p) => p.entity))].map((id) => entities.nameOf(id));
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
