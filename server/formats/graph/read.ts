// Entries of a graph file, whoever wrote it: first it is told whose it is.
import { createHash } from 'node:crypto';
import { InvalidError } from '../../errors.ts';
import type { DecodedEntry, DecodedProblem } from '../format.ts';
import { type Gathered, gathered } from './about.ts';
import { Entries } from './entries.ts';
import { Foreign } from './foreign.ts';
import { DERIVED } from './form.ts';
import type { ReadEdge, ReadNode, ReadPart } from './parts.ts';
import { type Ours, oursFrom, Returned } from './returned.ts';

/**
 * The entries of a graph file: those that Entente wrote, else a data set of its own, whose source is the file.
 * @param parse reads nodes and edges
 * @param name of the file: what a graph is called that does not say so itself
 * @throws InvalidError `invalid-file` where nothing of it can be read, or its edges are derived
 */
export async function* decodeGraph(
  bytes: AsyncIterable<Uint8Array>,
  parse: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<readonly ReadPart[]>,
  name?: string,
): AsyncGenerator<DecodedEntry | DecodedProblem> {
  const hash = createHash('sha256');
  let size = 0;
  const seen = {
    update(piece: Uint8Array) {
      size += piece.length;
      hash.update(piece);
    },
  };
  let about = gathered('cyjs');
  let ours: Ours | null = null;
  let entries: Entries | Foreign | Returned | null = null;
  for await (const parts of parse(passing(bytes, seen)))
    for (const part of parts)
      if (part.is === 'head') {
        about = part.about ?? about;
        ours = part.ours === undefined ? ours : oursFrom(part.ours);
      } else {
        entries ??= begun(part, about, ours, name);
        if (part.is === 'edge') refuseDerived(part);
        if (entries instanceof Foreign && size > MOST_MB * 1024 * 1024)
          throw new InvalidError('invalid-file', tooLarge);
        yield* entries.take(part);
      }
  if (entries === null) throw new InvalidError('invalid-file', 'there is no node in this graph');
  yield* entries.finish(`sha256:${hash.digest('hex')}`);
}

/** What takes the parts of a file, by its first one and what it says of itself. */
function begun(first: ReadNode | ReadEdge, about: Gathered, ours: Ours | null, name: string | undefined) {
  if (ours !== null) return new Returned(ours, about.format);
  return first.is === 'node' && isOurs(first) ? new Entries() : new Foreign(about, name);
}

/** A graph of another program is held in memory, for its hash is in its ids. */
const MOST_MB = 128;
const tooLarge = `a graph of another program may have ${MOST_MB} MB at most`;

async function* passing(bytes: AsyncIterable<Uint8Array>, by: { update(piece: Uint8Array): void }) {
  for await (const piece of bytes) {
    by.update(piece);
    yield piece;
  }
}

/** Entente writes data sets before all else. */
const isOurs = ({ attributes }: ReadNode) =>
  attributes.get('type') === 'dataset' && attributes.has('dataset_id');

function refuseDerived({ attributes, line }: ReadEdge): void {
  if (!String(attributes.get('kind') ?? '').startsWith(DERIVED)) return;
  const detail = 'these are ties derived from claims, which no source states: load the file of the claims';
  throw new InvalidError('invalid-file', detail, { errors: [{ line, detail }] });
}
