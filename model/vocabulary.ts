// The vocabulary: rows of data/vocabulary, which give kinds, roles, states and scales their meaning.
import * as z from 'zod';
import { EntityId } from './id.ts';

export const natures = ['event', 'instrument', 'condition', 'assessment'] as const;
export const contexts = ['military', 'economic', 'diplomatic', 'other'] as const;
const parts = ['actor', 'addressee', 'affected', 'context'] as const;
export const signs = ['+', '-', '±', '0'] as const;

export const Nature = z.enum(natures);
export type Nature = z.infer<typeof Nature>;
export const Context = z.enum(contexts);
export type Context = z.infer<typeof Context>;
/** How a party takes part; actors and addressees are the principals. */
export const Part = z.enum(parts);
export type Part = z.infer<typeof Part>;
/** The sign of a claim: that of its ties, `±` where it has both, `0` where it has neither. */
export const Sign = z.enum(signs);
export type Sign = z.infer<typeof Sign>;
export const TieSign = z.enum(['+', '-', '0']);
export type TieSign = z.infer<typeof TieSign>;

const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === '' ? undefined : v), schema.optional());
const list = z.preprocess(
  (v) => (typeof v === 'string' ? (v === '' ? [] : v.split('|')) : v),
  z.array(z.string()),
);

/** A kind of claim. `within` is the sign of actor with actor, `across` of actor to addressee or between sides. */
export const Kind = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string().min(1),
  nature: Nature,
  within: z.preprocess((v) => (v === '' ? '0' : v), TieSign),
  across: z.preprocess((v) => (v === '' ? '0' : v), TieSign),
  context: Context,
  commitment: blank(z.coerce.number().int().min(1).max(7)),
  cameo: blank(z.string()),
  plover: blank(z.string()),
  goldstein: blank(z.coerce.number().min(-10).max(10)),
  description: z.string(),
});
export type Kind = z.infer<typeof Kind>;

/** A role: its part, its family (host and guest are of one), and for affected parties the sign of their tie. */
export const Role = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string().min(1),
  part: Part,
  family: z.string().min(1),
  sign: blank(TieSign),
  description: z.string(),
});
export type Role = z.infer<typeof Role>;

/** A state of today or of the Correlates of War list. */
export const StateRow = z.object({
  id: EntityId,
  iso3: blank(z.string().length(3)),
  iso2: blank(z.string().length(2)),
  isoNumeric: blank(z.string()),
  cow: list,
  cowLetters: list,
  fips: list,
  wikidata: blank(z.string().regex(/^Q\d+$/)),
  from: z.string(),
  until: z.string(),
  name: z.string().min(1),
  names: z.preprocess(
    (v) =>
      typeof v === 'string'
        ? Object.fromEntries(
            v
              .split('|')
              .filter(Boolean)
              .map((x) => [x.slice(0, x.indexOf(':')), x.slice(x.indexOf(':') + 1)]),
          )
        : v,
    z.record(z.string(), z.string()),
  ),
  aliases: list,
  capital: blank(z.string()),
  lon: blank(z.coerce.number().min(-180).max(180)),
  lat: blank(z.coerce.number().min(-90).max(90)),
});
export type StateRow = z.infer<typeof StateRow>;

/** A scale of words for confidence; `computed` false where words are kept and never turned into a number. */
export const Scale = z.object({
  id: z.string(),
  label: z.string(),
  computed: z.boolean(),
  values: z.array(
    z.object({
      word: z.string(),
      from: z.int().nullable(),
      to: z.int().nullable(),
      value: z.int().nullable(),
    }),
  ),
});
export type Scale = z.infer<typeof Scale>;

/** What judging needs of the vocabulary: kinds and roles by id. */
export interface Vocabulary {
  kinds: ReadonlyMap<string, Kind>;
  roles: ReadonlyMap<string, Role>;
}
