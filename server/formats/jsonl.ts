// JSON Lines: an entry a line, for programs. It streams, so its size does not matter.
import type { Answer } from '../../model/answer.ts';
import type { Entry } from '../../model/entry.ts';
import type { DecodedEntry, DecodedProblem, Format } from './format.ts';
import { headOf } from './head.ts';
import { linesOf } from './text.ts';

export const jsonl: Format = {
  id: 'jsonl',
  label: 'JSON Lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  lossless: true,
  loses: [],
  encode,
  decode,
  recognises: (head) => /^\s*\{\s*"/.test(head),
};

/** The first line says what the file is an answer to; it is not an entry, and reading passes over it. */
async function* encode(answer: Answer, entries: Iterable<Entry>): AsyncGenerator<string> {
  yield `${JSON.stringify({ type: 'answer', ...headOf(answer) })}\n`;
  for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedEntry | DecodedProblem> {
  for await (const { text, line } of linesOf(bytes)) {
    if (text.trim() === '') continue;
    try {
      const entry: unknown = JSON.parse(text);
      if (!isAnswer(entry)) yield { entry, line };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      yield { problem: { line, code: 'invalid-file', detail: `this line is not JSON: ${why}` } };
    }
  }
}

const isAnswer = (entry: unknown) =>
  typeof entry === 'object' && entry !== null && 'type' in entry && entry.type === 'answer';
