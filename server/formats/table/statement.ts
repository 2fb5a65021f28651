// The one statement of the data set's own source on each claim: what the data say of it, and nothing beside that.
import type { ClaimsSpec, Mapping } from '../../../model/mapping.ts';
import type { bases } from '../../../model/statement.ts';
import { dateOf, OPEN } from './dates.ts';
import type { Row } from './rows.ts';
import { cellOf, fault, type Read, type TableSource } from './source.ts';
import { templateOf, wordOf } from './words.ts';

/** The source of a mapping's statements, as an entry. */
export function sourceOf({ dataset, source }: Mapping): Record<string, unknown> & { id: string } {
  return {
    type: 'source',
    dataset: dataset.id,
    title: dataset.title,
    ...(dataset.publisher === undefined ? {} : { publisher: dataset.publisher }),
    ...(dataset.licence === undefined ? {} : { licence: dataset.licence }),
    ...(dataset.citation === undefined ? {} : { citation: dataset.citation }),
    ...(dataset.url === undefined ? {} : { url: dataset.url }),
    ...source,
    id: source.id ?? source.url ?? dataset.url ?? '',
  };
}

type Spec = ClaimsSpec['statement'];

/** Reads the statement of a row. Confidence is absent unless a column has it: absent is unknown. */
export function statementOf(
  source: TableSource,
  mapping: Mapping,
  spec: Spec,
  at: string,
): (row: Row, claim: string) => Record<string, unknown> {
  const from = sourceOf(mapping).id;
  if (from === '')
    source.faults.mapping('/source', 'the source needs an id: write url under dataset or source');
  const confidence = confidenceOf(source, spec.confidence, `${at}/confidence`);
  const credibility =
    spec.credibility === undefined ? null : wordOf(source, spec.credibility, `${at}/credibility`);
  const likelihood =
    spec.likelihood === undefined ? null : wordOf(source, spec.likelihood, `${at}/likelihood`);
  const locator = spec.locator === undefined ? null : templateOf(source, spec.locator, `${at}/locator`);
  const note = spec.note === undefined ? null : templateOf(source, spec.note, `${at}/note`);
  const recordedAt =
    spec.recordedAt === undefined ? null : dateOf(source, spec.recordedAt, `${at}/recordedAt`);
  return (row, claim) => {
    const grade = credibility?.(row);
    const day = recordedAt?.(row) ?? null;
    return {
      type: 'statement',
      claim,
      source: from,
      stance: 'asserts',
      basis: spec.basis satisfies (typeof bases)[number],
      ...confidence(row),
      ...(grade === undefined || grade === null
        ? {}
        : { credibility: /^[1-6]$/.test(grade) ? Number(grade) : grade }),
      ...told('likelihood', likelihood?.(row)),
      ...told('assessedBy', spec.assessedBy),
      ...told('locator', locator?.(row)),
      ...told('recordedAt', day === OPEN ? null : day),
      ...told('note', note?.(row)),
    };
  };
}

const told = (key: string, value: string | null | undefined) =>
  value === null || value === undefined || value === '' ? {} : { [key]: value };

function confidenceOf(
  source: TableSource,
  spec: Spec['confidence'],
  at: string,
): Read<Record<string, unknown>> {
  if (spec === undefined) return () => ({ confidence: null });
  const { column, values, scale } =
    typeof spec === 'string' ? { column: spec, values: undefined, scale: undefined } : spec;
  const cell = cellOf(source, column, typeof spec === 'string' ? at : `${at}/column`);
  return (row) => {
    const text = cell(row);
    if (text === '') return { confidence: null };
    if (values !== undefined && Object.hasOwn(values, text)) return { confidence: values[text], word: text };
    if (scale !== undefined) return { confidence: null, word: text, scale };
    if (/^(\d|[1-9]\d|100)$/.test(text)) return { confidence: Number(text) };
    fault(
      source,
      row,
      column,
      `"${text}" is not a whole number from 0 to 100${/^0?\.\d+$/.test(text) ? ': a share is not a confidence, map its texts under values' : '; words are given their numbers under values, or by a scale'}`,
    );
    return { confidence: null };
  };
}
