// A view: a question, its filters, a lens, a selection and a way of drawing. model/address.ts writes it as an address.
import * as z from 'zod';
import { defaultLens, Lens } from './lens.ts';
import { Filters, noFilters, noOptions, Options } from './question.ts';

export const draws = ['alignment', 'claims'] as const;
export const layouts = ['map', 'circle', 'sign', 'time'] as const;

/** An expansion: the claims of one entity, of one kind and one band of confidence, that were added to the picture. */
export const Expansion = z.object({ entity: z.string(), kind: z.string(), band: z.string() });
export type Expansion = z.infer<typeof Expansion>;

/** A saved view: a slug such as `beijing-parade`. */
export const SavedViewId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'write the id of a saved view in lower case, such as beijing-parade');

export const View = z.object({
  /** The chosen question; null shows `around` the states in question. */
  question: z.string().nullable(),
  filters: Filters,
  options: Options,
  lens: Lens,
  draw: z.enum(draws),
  layout: z.enum(layouts),
  /** Whether all pairs of states are drawn, however many there are. */
  allPairs: z.boolean(),
  /** States with fewer claims than this are not drawn. */
  degree: z.int().min(1),
  /** The selected claim, entity or source, by business key; several where states are compared. */
  selection: z.array(z.string()),
  /** Legend entries switched off, as `sign:+`, `context:military`. */
  hide: z.array(z.string()),
  expand: z.array(Expansion),
  /** Places of nodes moved by hand, by business key. */
  moved: z.record(z.string(), z.tuple([z.number(), z.number()])),
  /** The saved view that this is, or of which the rest is taken while an address is read. */
  saved: SavedViewId.nullable(),
});
export type View = z.infer<typeof View>;

export const defaultView: View = {
  question: null,
  filters: noFilters,
  options: noOptions,
  lens: defaultLens,
  draw: 'alignment',
  layout: 'map',
  allPairs: false,
  degree: 1,
  selection: [],
  hide: [],
  expand: [],
  moved: {},
  saved: null,
};
