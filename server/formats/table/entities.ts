// Rows that declare entities with their offices, such as leaders with their terms; rows of one id are one entity.
import type { Entity } from '../../../model/entity.ts';
import type { EntitiesSpec, Mapping } from '../../../model/mapping.ts';
import { dateOf, OPEN } from './dates.ts';
import { type Entities, entityOf } from './entity.ts';
import { openEnd } from './open-end.ts';
import { dateColumns } from './own-fields.ts';
import type { Row } from './quoted.ts';
import { fault, type TableSource } from './source.ts';
import { spellIn, unknownSpell } from './spells.ts';
import { sourceOf } from './statement.ts';
import type { Tally } from './tally.ts';
import { columnsIn, conditionsOf, templateOf, wordOf } from './words.ts';

type Office = NonNullable<Entity['represents']>[number];

/** An entity with the lines of its rows. */
export interface DeclaredEntity {
  entity: Entity;
  line: number;
  /** The line of its nth office. */
  lines: number[];
}

/** Takes the rows of a table one by one, and keeps what they declare. */
export function declarationsOf(
  source: TableSource,
  mapping: Mapping,
  spec: EntitiesSpec,
  at: string,
  entities: Entities,
  tally: Tally,
): { add(row: Row): boolean; all(): Iterable<DeclaredEntity> } {
  const holds = conditionsOf(source, spec.where, `${at}/where`);
  const id = templateOf(source, spec.id, `${at}/id`);
  const name = templateOf(source, spec.name, `${at}/name`);
  const note = spec.note === undefined ? null : templateOf(source, spec.note, `${at}/note`);
  const wikidata =
    spec.wikidata === undefined ? null : templateOf(source, `{${spec.wikidata}}`, `${at}/wikidata`);
  const office =
    spec.represents === undefined
      ? null
      : officeOf(source, mapping, spec, `${at}/represents`, entities, tally);
  const found = new Map<string, DeclaredEntity>();
  const add = (row: Row): boolean => {
    if (!holds(row)) return false;
    const written = id(row);
    const called = name(row);
    if (written === null || called === null) {
      const which = written === null ? spec.id : spec.name;
      fault(
        source,
        row,
        columnsIn(which).join(', '),
        `the entity has no ${written === null ? 'id' : 'name'}: the cell is empty`,
      );
      return true;
    }
    const key = written.replace(
      /:.*/s,
      (slug) =>
        `:${slug
          .slice(1)
          .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
          .replace(/^[^A-Za-z0-9]+/, '')}`,
    );
    const before = found.get(key);
    const about = before ?? { entity: newEntity(key, called, row), line: row.line, lines: [] };
    if (before === undefined) found.set(key, about);
    else if (before.entity.names.en !== called && before.entity.aliases?.includes(called) !== true) {
      if (before.entity.aliases === undefined)
        tally.renamedEntities.push(`${key} ("${before.entity.names.en}" and "${called}", line ${row.line})`);
      before.entity.aliases = [...(before.entity.aliases ?? []), called];
    }
    for (const held of office?.(row) ?? []) {
      about.entity.represents = [...(about.entity.represents ?? []), held];
      about.lines.push(row.line);
    }
    return true;
  };
  const newEntity = (key: string, called: string, row: Row): Entity => {
    const noted = note?.(row) ?? null;
    const item = wikidata?.(row) ?? null;
    return {
      type: 'entity',
      id: key,
      dataset: mapping.dataset.id,
      label: spec.label,
      names: { en: called },
      ...(noted === null ? {} : { note: noted }),
      ...(item === null ? {} : { wikidata: item }),
    };
  };
  return { add, all: () => found.values() };
}

function officeOf(
  source: TableSource,
  mapping: Mapping,
  { represents, reversed }: EntitiesSpec,
  at: string,
  entities: Entities,
  tally: Tally,
): (row: Row) => Office[] {
  if (represents === undefined) return () => [];
  const entity = entityOf(source, represents.entity, `${at}/entity`, entities, tally.unknowns);
  const office = wordOf(source, represents.office, `${at}/office`);
  const from = represents.from === undefined ? null : dateOf(source, represents.from, `${at}/from`);
  const until = represents.until === undefined ? null : dateOf(source, represents.until, `${at}/until`);
  const { id } = sourceOf(mapping);
  const open = openEnd(mapping.dataset.coverage);
  return (row) => {
    const held = office(row);
    const spell = spellIn(from?.(row), until?.(row));
    if (spell === null) {
      if (reversed === 'leave-out') tally.reversed += 1;
      else
        fault(
          source,
          row,
          dateColumns(represents.until).join(', '),
          `the term ends (${until?.(row)}) before it starts (${from?.(row)}); reversed: leave-out takes neither as known`,
        );
    }
    if (held === undefined) fault(source, row, '', 'the term has no office: the cell is empty');
    if (held === undefined || held === null) return [];
    const term =
      spell !== null && spell.until === undefined && until !== null && open !== OPEN
        ? { ...spell, until: open }
        : (spell ?? unknownSpell);
    return entity(row).ids.map((of) => ({
      entity: of,
      office: held,
      ...term,
      ...(id === '' ? {} : { source: id }),
    }));
  };
}
