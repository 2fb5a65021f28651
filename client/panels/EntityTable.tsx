// The table of entities: in how many claims each takes part, and apart from that how many bear on it.
import { memo, useMemo } from 'react';
import type { JudgedClaim } from '../../model/answer.ts';
import { countOf, notStanding } from '../../model/count.ts';
import type { Entity } from '../../model/entity.ts';
import { partsOf, perDataset } from '../canvas/counts.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { useStore } from '../store.ts';
import { EntityGlyph } from './Glyph.tsx';
import { type Column, Table } from './Table.tsx';
import { useOneByOne } from './Tally.tsx';
import { entitiesOf, Title } from './tables.tsx';

type Part = 'takes' | 'affected' | 'context';

export const EntityTable = memo(function EntityTable({ claims }: { claims: readonly JudgedClaim[] }) {
  const held = useNamed();
  const vocabulary = useStore((s) => s.vocabulary);
  const several = useOneByOne() !== null;
  const parts = useMemo(
    () => partsOf(claims, held.entities, vocabulary),
    [claims, held.entities, vocabulary],
  );
  const rows = entitiesOf(claims).flatMap((id) => held.entities.get(id) ?? []);
  /** A column of counts: of each data set by its name, and sorted by all of them. */
  const number = (
    id: string,
    label: string,
    part: Part,
    of: (claims: readonly JudgedClaim[]) => number,
  ): Column<Entity> => {
    const list = (e: Entity) => parts.get(e.id)?.[part] ?? [];
    return {
      id,
      label,
      numeric: true,
      value: (e) => of(list(e)),
      cell: (e) => perDataset(list(e), (own) => String(of(own)), several),
    };
  };
  const surely = (list: readonly JudgedClaim[]) => countOf(list).stands;
  const unsurely = (list: readonly JudgedClaim[]) => countOf(list).possible + countOf(list).undated;
  const size = (list: readonly JudgedClaim[]) => list.length;
  const some = (column: Column<Entity>) => (rows.some((e) => column.value(e) !== 0) ? [column] : []);
  const columns: Column<Entity>[] = [
    {
      id: 'glyph',
      label: '',
      value: () => null,
      cell: (e, on) => <EntityGlyph entity={e} size={22} inverted={on} />,
    },
    {
      id: 'name',
      label: 'Name',
      value: (e) => e.names.en ?? e.id,
      cell: (e) => <Title text={e.names.en ?? e.id} />,
    },
    { id: 'type', label: 'Type', value: (e) => e.label, cell: (e) => e.label },
    {
      id: 'acts',
      label: 'Acts for',
      value: (e) => e.represents?.map((r) => nameIn(held, r.entity)).join(', ') ?? null,
      cell: (e) => e.represents?.map((r) => nameIn(held, r.entity)).join(', ') ?? '',
    },
    number('stand', 'Takes part: stand', 'takes', surely),
    ...some(number('unsure', '~ Possible or undated', 'takes', unsurely)),
    number('others', 'Do not', 'takes', (list) => notStanding(countOf(list))),
    ...some(number('affected', 'Affected by', 'affected', size)),
    ...some(number('context', 'In the picture of', 'context', size)),
  ];
  return (
    <Table
      tab="entities"
      label="Entities"
      rows={rows}
      columns={columns}
      idOf={(e) => e.id}
      empty="No entity in the picture."
    />
  );
});
