// A saved view as the properties it is stored by, and back.
import type { ListedView, SavedView } from '../../../model/saved-view.ts';
import { date } from '../values.ts';
import { type Properties, take } from './properties.ts';

const texts = ['title', 'address', 'notes', 'thumbnail'] as const;
/** What a view says in maps, which no property can hold: kept as JSON. */
const json = ['places', 'judgement'] as const;

/** A saved view as it is stored. The claims it was made on stand apart, so that a list need not read them. */
export function savedViewRow(view: SavedView): Properties {
  const { claims, ...made } = view.made;
  return {
    id: view.id,
    ...take(view, texts),
    ...Object.fromEntries(
      json.flatMap((key) => (view[key] === undefined ? [] : [[key, JSON.stringify(view[key])]])),
    ),
    made: JSON.stringify(made),
    claims: JSON.stringify(claims),
    created: date(view.created),
    changed: date(view.changed),
  };
}

/** A saved view as it was kept. */
export function savedViewFrom(properties: Properties): SavedView {
  const listed = listedViewFrom(properties);
  return { ...listed, made: { ...listed.made, claims: parsed(properties.claims) } } as SavedView;
}

/** The same without the claims it was made on. */
export function listedViewFrom(properties: Properties): ListedView {
  return {
    type: 'view',
    ...take(properties, ['id', ...texts]),
    ...Object.fromEntries(
      json.flatMap((key) => (typeof properties[key] === 'string' ? [[key, parsed(properties[key])]] : [])),
    ),
    made: parsed(properties.made),
    ...take(properties, ['created', 'changed']),
  } as ListedView;
}

const parsed = (text: unknown): unknown => JSON.parse(String(text));
