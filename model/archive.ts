// What an archive of everything says of itself: its members, each with its size, its hash and how much is in it.
import * as z from 'zod';
import { DatasetId } from './id.ts';
import { SavedViewId } from './view.ts';

const Sum = z.string().regex(/^[0-9a-f]{64}$/, 'write 64 hexadecimal digits');
const Bytes = z.int().min(0);

/** How many entries of each kind a data set has, beside its own. */
export const EntryCounts = z.strictObject({
  source: z.int().min(0),
  entity: z.int().min(0),
  claim: z.int().min(0),
  statement: z.int().min(0),
});
export type EntryCounts = z.infer<typeof EntryCounts>;

const Member = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('dataset'),
    id: DatasetId,
    bytes: Bytes,
    sha256: Sum,
    entries: EntryCounts,
  }),
  z.strictObject({ type: z.literal('view'), id: SavedViewId, bytes: Bytes, sha256: Sum }),
]);
export type Member = z.infer<typeof Member>;

/** It says nothing of when it was made: the same graph gives the same archive. */
export const Manifest = z.strictObject({
  type: z.literal('entente-backup'),
  version: z.literal(1),
  program: z.string(),
  members: z.array(Member),
});
export type Manifest = z.infer<typeof Manifest>;

/** The name of a member in the archive. */
export const memberName = ({ type, id }: Pick<Member, 'type' | 'id'>): string =>
  type === 'dataset' ? `data/${id}.jsonl` : `views/${id}.json`;
