// The shapes of ids: business keys that a person can read, the same in file, graph, API, URL and on the canvas.
import * as z from 'zod';

/** A data set: a slug such as `beijing-2025` or `atop-5.1`. */
export const DatasetId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'write a data set id in lower case, such as beijing-2025');
export type DatasetId = z.infer<typeof DatasetId>;

/** An entity: its type and a code or slug, `state:CHN`, `state:cow-260`, `person:xi-jinping`. */
export const EntityId = z
  .string()
  .regex(
    /^[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/,
    'write an entity id as type:slug, such as person:xi-jinping',
  );
export type EntityId = z.infer<typeof EntityId>;

/** A claim's own id within its data set. */
export const OwnId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/, 'write letters, digits, dots, hyphens and colons only');

/** A claim: its data set and its own id, `beijing-2025/joint-appearance`. */
export const ClaimId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]{0,79}\/[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/,
    'write a claim id as data-set/own-id, such as beijing-2025/joint-appearance',
  );
export type ClaimId = z.infer<typeof ClaimId>;

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const TextHash = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'write sha256: and 64 hexadecimal digits');

/** A source: its address (any absolute URI), else the SHA-256 of its text. */
export const SourceId = z
  .string()
  .max(2000)
  .regex(
    /^(sha256:[0-9a-f]{64}|(?!sha256:)[a-z][a-z0-9+.-]*:[^\s<>"]+)$/,
    'write an address, or sha256: and the hash of the text',
  );
export type SourceId = z.infer<typeof SourceId>;

/** A statement: a hash of all it says, computed by the loader. */
export const StatementId = z.string().regex(/^statement:[0-9a-f]{32}$/);
export type StatementId = z.infer<typeof StatementId>;

/** A load: the data set and when its writing began. */
export const LoadId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}@\S+$/);
export type LoadId = z.infer<typeof LoadId>;

/** The data set that a claim id names. */
export function datasetOf(claim: ClaimId): DatasetId {
  return claim.slice(0, claim.indexOf('/'));
}

/** The claim's own id, without its data set. */
export function ownIdOf(claim: ClaimId): string {
  return claim.slice(claim.indexOf('/') + 1);
}

/** `CHN` for `state:CHN`: the short form that addresses use; other ids stay as they are. */
export function shortState(id: EntityId): string {
  return id.startsWith('state:') ? id.slice(6) : id;
}

/** `state:CHN` for `CHN`, `chn` or `state:CHN`; an id of another type stays as it is. */
export function longState(text: string): string {
  if (text.includes(':')) return text;
  return `state:${/^cow-/i.test(text) ? text.toLowerCase() : text.toUpperCase()}`;
}
