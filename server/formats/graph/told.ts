// What a graph file says of itself: the head in lines for people, and as values for programs.
import { type Head, termLines } from '../head.ts';
import type { Scalar } from './flat.ts';

/** The head as lines. */
export function headLines(head: Head): string[] {
  return [
    `${head.program}: the answer to "${head.question}"${head.states.length === 0 ? '' : ` for ${head.states.join(', ')}`}`,
    `Lens: ${head.lens}`,
    ...termLines(head),
  ];
}

/** The head as values by name. */
export function headValues(head: Head): Record<string, Scalar> {
  const of = (pick: (d: Head['datasets'][number]) => string | undefined) =>
    head.datasets.flatMap((d) => pick(d) ?? []).join('; ');
  return {
    program: head.program,
    question: head.question,
    states: head.states.join(' '),
    lens: head.lens,
    rule: head.rule,
    datasets: of((d) => `${d.title}${d.version === undefined ? '' : ` ${d.version}`}`),
    loads: of((d) => d.load),
    citation: of((d) => d.citation),
    licence: of((d) => d.licence),
    marking: head.marking ?? '',
    notes: head.notes.join(' '),
  };
}

/** Joins small texts, so that a file is written in pieces of some size; what is bytes already goes out as it is. */
export async function* inChunks(
  texts: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  let chunk = '';
  for await (const text of texts) {
    if (typeof text === 'string') chunk += text;
    if (typeof text === 'string' && chunk.length < CHUNK) continue;
    if (chunk !== '') yield chunk;
    chunk = '';
    if (typeof text !== 'string') yield text;
  }
  if (chunk !== '') yield chunk;
}

const CHUNK = 1 << 16;
