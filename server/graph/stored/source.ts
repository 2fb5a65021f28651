// A source as the properties it is stored by, and back.
import type { Source } from '../../../model/source.ts';
import { spanOf } from '../../../model/time.ts';
import { type Home, type Properties, starts, take } from './properties.ts';

const sourceTexts = [
  'title',
  'publisher',
  'published',
  'url',
  'licence',
  'citation',
  'reliability',
  'textHash',
  'marking',
  'note',
] as const;

/** A source as cypher/load takes it. */
export function sourceRow(source: Source, home: Home): Properties {
  return {
    ...home,
    id: source.id,
    ...take(source, sourceTexts),
    ...starts('published', source.published === undefined ? null : spanOf(source.published, true)),
  };
}

/** A source as it was loaded. */
export function sourceFrom(properties: Properties): Source {
  return { type: 'source', ...take(properties, ['id', 'dataset', ...sourceTexts]) } as Source;
}
