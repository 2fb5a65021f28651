// A view written in a format: the same bytes for the same view of the same loads, whoever asks.
import { type Form, fileNameOf, type Leaves, type Part } from '../../model/export.ts';
import { didYouMean } from '../../model/near.ts';
import type { View } from '../../model/view.ts';
import type { Written as Words } from '../../model/written.ts';
import { ask } from '../ask.ts';
import { InvalidError, MissingError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import type { Graph } from '../graph/graph.ts';
import { leave } from './outgoing.ts';

/** The formats that write. */
export const written = formats.filter((f) => f.forms.length > 0);

/** What is to be written. */
export interface Writing {
  question: string;
  view: View;
  format: string;
  part: Part;
  /** The format's first where none is named. */
  form?: Form | undefined;
  /** What the analyst wrote on the view: for documents alone. */
  written?: Words;
  signal?: AbortSignal;
}

/** A file as it is written, with its name and what is in it. */
export interface Written {
  chunks: AsyncIterable<string | Uint8Array>;
  mediaType: string;
  fileName: string;
  /** How much is in it; counted when it is asked for where writing does not need it. */
  leaves(): Promise<Leaves>;
}

/**
 * Begins to write a view.
 * @throws as `leave` does; MissingError `unknown-format`; InvalidError `invalid-parameter` where the format does not
 *   have the form
 */
export async function write(graph: Graph, { format: id, form, ...wanted }: Writing): Promise<Written> {
  const ids = written.map((f) => f.id);
  const format = written.find((f) => f.id === id);
  if (format === undefined)
    throw new MissingError(
      'unknown-format',
      `There is no format "${id}" to write${didYouMean(id, ids) || '.'} There are ${ids.join(', ')}.`,
    );
  const taken = form ?? format.forms[0];
  if (taken === undefined || !format.forms.includes(taken)) {
    const detail = `${format.id} writes ${format.forms.join(' or ')}, not ${taken}`;
    throw new InvalidError('invalid-parameter', detail, { errors: [{ pointer: 'form', detail }] });
  }
  const { mediaType } = format;
  const file = { mediaType, fileName: fileNameOf(wanted.question, wanted.view, format.extension) };
  if (format.compose !== undefined)
    return {
      ...file,
      chunks: await composed(graph, format.compose, wanted),
      leaves: async () => (await leave(graph, { ...wanted, form: taken })).leaves,
    };
  const { outgoing, leaves } = await leave(graph, { ...wanted, form: taken });
  if (format.encode === undefined) throw new Error(`${format.id} writes nothing`);
  return { ...file, chunks: format.encode(outgoing), leaves: async () => leaves };
}

/** A document for people: of the answer as the page has it. */
async function composed(
  graph: Graph,
  compose: NonNullable<Format['compose']>,
  { question, view, part, written: words = {}, signal }: Omit<Writing, 'format' | 'form'>,
): Promise<Written['chunks']> {
  if (part !== 'answer') {
    const detail = 'a brief is on the whole answer: ask a narrower question, or take a file of data';
    throw new InvalidError('invalid-parameter', detail, { errors: [{ pointer: 'part', detail }] });
  }
  const { filters, options, lens } = view;
  const answer = await ask(graph, { question, filters, options, lens, signal });
  return once(compose(answer, view, words));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
