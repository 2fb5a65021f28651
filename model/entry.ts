// An entry: one thing stored, one line of a data file.
import * as z from 'zod';
import { actingFor, Claim } from './claim.ts';
import { Dataset } from './dataset.ts';
import { Entity } from './entity.ts';
import { datasetOf } from './id.ts';
import { Source } from './source.ts';
import { Statement } from './statement.ts';

export const Entry = z.discriminatedUnion('type', [Dataset, Entity, Source, Claim, Statement]);
export type Entry = z.infer<typeof Entry>;
export type EntryType = Entry['type'];

/** What an entry refers to: ids of entities, sources and claims, each with where in the entry it stands. */
export interface Reference {
  to: 'entity' | 'source' | 'claim';
  id: string;
  pointer: string;
}

/** Everything that an entry names and that must be there for it to make sense. */
export function refersTo(entry: Entry): Reference[] {
  switch (entry.type) {
    case 'dataset':
      return [
        ...(entry.start?.states ?? []).map((id, i) => ({
          to: 'entity' as const,
          id,
          pointer: `/start/states/${i}`,
        })),
        ...(entry.start?.claims ?? []).map((c, i) => ({
          to: 'claim' as const,
          id: c.claim,
          pointer: `/start/claims/${i}/claim`,
        })),
      ];
    case 'entity':
      return (entry.represents ?? []).flatMap((r, i) => [
        { to: 'entity' as const, id: r.entity, pointer: `/represents/${i}/entity` },
        ...(r.source === undefined
          ? []
          : [{ to: 'source' as const, id: r.source, pointer: `/represents/${i}/source` }]),
      ]);
    case 'source':
      return [];
    case 'claim':
      return entry.parties.flatMap((p, i) => [
        { to: 'entity' as const, id: p.entity, pointer: `/parties/${i}/entity` },
        ...actingFor(p).map((id) => ({ to: 'entity' as const, id, pointer: `/parties/${i}/by` })),
      ]);
    case 'statement':
      return [
        { to: 'claim', id: entry.claim, pointer: '/claim' },
        { to: 'source', id: entry.source, pointer: '/source' },
        ...(entry.attributedTo === undefined
          ? []
          : [{ to: 'entity' as const, id: entry.attributedTo, pointer: '/attributedTo' }]),
      ];
  }
}

/** The data set that an entry belongs to; null for an entity of the vocabulary. */
export function datasetOfEntry(entry: Entry): string | null {
  switch (entry.type) {
    case 'dataset':
      return entry.id;
    case 'claim':
      return datasetOf(entry.id);
    case 'statement':
      return datasetOf(entry.claim);
    default:
      return entry.dataset;
  }
}
