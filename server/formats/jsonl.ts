// JSON Lines: an entry a line, for programs. It streams, so its size does not matter.

import { InvalidError } from '../errors.ts';
import { type DecodedEntry, type DecodedProblem, entriesOf, type Format, type Outgoing } from './format.ts';
import { parseJson } from './json-list.ts';
import { linesOf } from './text.ts';

export const jsonl: Format = {
  id: 'jsonl',
  label: 'JSON Lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  lossless: true,
  loses: [],
  forms: ['claims'],
  encode,
  decode,
  // Other formats are JSON as well; an entry says what it is.
  recognises: (head) =>
    /^\s*\{[^\n]*"type"\s*:\s*"(answer|dataset|entity|source|claim|statement)"/.test(head),
};

/** The first line says what the file is an answer to; it is not an entry, and reading passes over it. */
async function* encode(outgoing: Outgoing): AsyncGenerator<string> {
  yield `${JSON.stringify({ type: 'answer', ...outgoing.head })}\n`;
  for await (const entry of entriesOf(outgoing)) yield `${JSON.stringify(entry)}\n`;
}

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedEntry | DecodedProblem> {
  for await (const { text, line } of linesOf(bytes)) {
    if (text.trim() === '') continue;
    let entry: unknown;
    try {
      entry = parseJson(text, line);
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      for (const told of error.errors) yield { problem: { ...told, code: 'invalid-file' } };
      continue;
    }
    if (!isAnswer(entry)) yield { entry, line };
  }
}

const isAnswer = (entry: unknown) =>
  typeof entry === 'object' && entry !== null && 'type' in entry && entry.type === 'answer';
