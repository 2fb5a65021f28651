// The one statement of the data set's own source on each claim: what the data say of it, and nothing beside that.
import { type Fault, graded } from '../../../model/grade.ts';
import type { ClaimsSpec, Mapping } from '../../../model/mapping.ts';
import { didYouMean } from '../../../model/near.ts';
import type { bases } from '../../../model/statement.ts';
import { vocabulary } from '../../vocabulary.ts';
import { dateOf, OPEN } from './dates.ts';
import type { Row } from './quoted.ts';
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

/**
 * Reads the statement of a row. Confidence is what a column has, else what its credibility is in STIX 2.1, else absent:
 * absent is unknown.
 */
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
    spec.credibility === undefined
      ? null
      : wordOf(source, spec.credibility, `${at}/credibility`, {
          what: 'a credibility from 1 to 6',
          words: new Set(['1', '2', '3', '4', '5', '6']),
        });
  const likelihood =
    spec.likelihood === undefined ? null : wordOf(source, spec.likelihood, `${at}/likelihood`);
  const locator = spec.locator === undefined ? null : templateOf(source, spec.locator, `${at}/locator`);
  const note = spec.note === undefined ? null : templateOf(source, spec.note, `${at}/note`);
  const recordedAt =
    spec.recordedAt === undefined ? null : dateOf(source, spec.recordedAt, `${at}/recordedAt`);
  return (row, claim) => {
    const grade = credibility?.(row) ?? null;
    const day = recordedAt?.(row) ?? null;
    const credible = grade === null ? {} : { credibility: Number(grade) };
    const faults: Fault[] = [];
    const says = graded({ ...confidence(row), ...credible }, vocabulary().scales, faults);
    for (const { detail } of faults) fault(source, row, confidenceColumn(spec), detail);
    return {
      type: 'statement',
      claim,
      source: from,
      stance: 'asserts',
      basis: spec.basis satisfies (typeof bases)[number],
      // What is wrong is told: the loader need not stumble over it as well.
      ...(faults.length === 0 ? says : { confidence: null, ...credible }),
      ...told('likelihood', likelihood?.(row)),
      ...told('assessedBy', spec.assessedBy),
      ...told('locator', locator?.(row)),
      ...told('recordedAt', day === OPEN ? null : day),
      ...told('note', note?.(row)),
    };
  };
}

const confidenceColumn = ({ confidence }: Spec): string =>
  typeof confidence === 'string' ? confidence : (confidence?.column ?? '');

const told = (key: string, value: string | null | undefined) =>
  value === null || value === undefined || value === '' ? {} : { [key]: value };

function confidenceOf(
  source: TableSource,
  spec: Spec['confidence'],
  at: string,
): Read<Record<string, unknown>> {
  if (spec === undefined) return () => ({});
  const { column, values, scale } =
    typeof spec === 'string' ? { column: spec, values: undefined, scale: undefined } : spec;
  const cell = cellOf(source, column, typeof spec === 'string' ? at : `${at}/column`);
  const scales = [...vocabulary().scales.keys()];
  if (scale !== undefined && !scales.includes(scale))
    source.faults.mapping(
      `${at}/scale`,
      `"${scale}" is not a scale${didYouMean(scale, scales) || `; there are ${scales.join(', ')}`}`,
    );
  return (row) => {
    const text = cell(row);
    if (text === '') return {};
    if (values !== undefined && Object.hasOwn(values, text)) return { confidence: values[text], word: text };
    if (scale !== undefined) return { word: text, scale };
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
