// The parties that a row names: entity, role, side and spell of each.
import type { Party } from '../../../model/claim.ts';
import type { ClaimsSpec, PartySpec } from '../../../model/mapping.ts';
import { Part } from '../../../model/vocabulary.ts';
import { vocabulary } from '../../vocabulary.ts';
import { dateOf, OPEN } from './dates.ts';
import { type Entities, entityOf } from './entity.ts';
import type { Row } from './quoted.ts';
import { fault, type Read, type TableSource } from './source.ts';
import { spellIn, unknownSpell } from './spells.ts';
import type { Tally } from './tally.ts';
import { conditionsOf, wordOf } from './words.ts';

/** The parties of one row. */
export interface RowParties {
  parties: Party[];
  /** Whether somebody takes part who is not told, or whose code is skipped. */
  incomplete: boolean;
  /** Whether a fault was told that leaves a party out. */
  told: boolean;
}

const partWords = { what: 'a part', words: new Set<string>(Part.options) };

/**
 * Reads the parties of a row.
 * @param at where in the mapping the list of parties stands
 * @param isHere whether the columns of a party are those of this table
 */
export function partiesOf(
  source: TableSource,
  specs: readonly PartySpec[],
  at: string,
  reversed: ClaimsSpec['reversed'],
  entities: Entities,
  tally: Tally,
  isHere: (spec: PartySpec) => boolean,
): Read<RowParties> {
  const all = specs.flatMap((spec, i) =>
    isHere(spec) ? [partyOf(source, spec, `${at}/${i}`, reversed, entities, tally)] : [],
  );
  return (row) => {
    const found: RowParties = { parties: [], incomplete: false, told: false };
    for (const read of all) read(row, found);
    return found;
  };
}

function partyOf(
  source: TableSource,
  spec: PartySpec,
  at: string,
  reversed: ClaimsSpec['reversed'],
  entities: Entities,
  tally: Tally,
): (row: Row, into: RowParties) => void {
  const holds = conditionsOf(source, spec.where, `${at}/where`);
  const entity = entityOf(source, spec.entity, `${at}/entity`, entities, tally.unknowns);
  const roles = { what: 'a role of the vocabulary', words: new Set(vocabulary().roles.keys()) };
  const role = wordOf(source, spec.role, `${at}/role`, roles);
  const part = spec.part === undefined ? null : wordOf(source, spec.part, `${at}/part`, partWords);
  const side = spec.side === undefined ? null : wordOf(source, spec.side, `${at}/side`);
  const from = spec.from === undefined ? null : dateOf(source, spec.from, `${at}/from`);
  const until = spec.until === undefined ? null : dateOf(source, spec.until, `${at}/until`);
  const columns = columnsOf(spec);
  return (row, into) => {
    if (!holds(row)) return;
    const meant = entity(row);
    if (meant.empty && spec.empty === 'stop')
      fault(source, row, columns.entity, 'nobody stands here: the cell is empty');
    if (meant.skipped || (meant.empty && spec.empty === 'incomplete')) into.incomplete = true;
    if (meant.ids.length === 0) return;
    const played = role(row);
    if (played === undefined || played === null) {
      into.told = true;
      if (played === undefined) fault(source, row, columns.role, 'the party has no role: the cell is empty');
      return;
    }
    const taken = part?.(row);
    const stood = side?.(row);
    const start = from?.(row);
    const spell = spellIn(start, until?.(row));
    if (spell === null) {
      if (reversed === 'stop')
        fault(
          source,
          row,
          columns.until,
          `the spell of ${entities.nameOf(meant.ids[0] ?? '')} ends (${until?.(row)}) before it starts (${from?.(row)}); reversed: leave-out takes neither as known`,
        );
      else tally.reversed += 1;
    }
    for (const id of meant.ids)
      into.parties.push({
        entity: id,
        role: played,
        ...(taken === undefined || taken === null ? {} : { part: taken as Part }),
        ...(stood === undefined || stood === null ? {} : { side: stood }),
        ...(spell ?? (reversed === 'keep-start' ? spellIn(start, OPEN) : unknownSpell)),
      });
  };
}

function columnsOf({ entity, role, until }: PartySpec): { entity: string; role: string; until: string } {
  const name = (spec: unknown): string => {
    if (typeof spec === 'string') return spec;
    const fields = spec as
      | { column?: string | string[]; columns?: string | string[]; year?: string }
      | undefined;
    return String(fields?.column ?? fields?.columns ?? fields?.year ?? '');
  };
  return { entity: name(entity), role: name(role), until: name(until) };
}
