// Words, conditions and texts put together: what a mapping reads out of a row that is neither entity nor date.
import type { Condition, Property, Word } from '../../../model/mapping-values.ts';
import { didYouMean } from '../../../model/near.ts';
import type { Row } from './quoted.ts';
import { cellOf, fault, type Read, type TableSource } from './source.ts';

/** Whether all conditions hold. */
export function conditionsOf(
  source: TableSource,
  conditions: readonly Condition[] | undefined,
  at: string,
): Read<boolean> {
  const all = (conditions ?? []).map((c, i) => conditionOf(source, c, `${at}/${i}`));
  return (row) => all.every((holds) => holds(row));
}

export function conditionOf(source: TableSource, condition: Condition, at: string): Read<boolean> {
  const cell = cellOf(source, condition.column, `${at}/column`);
  const { is, not, empty } = condition;
  if (empty !== undefined) return (row) => (cell(row) === '') === empty;
  const texts = new Set(is ?? not);
  return (row) => texts.has(cell(row)) === (is !== undefined);
}

/**
 * A word of the model.
 * @param known the words there are, where they are known: others are told with what is close
 * @returns the word; undefined where the cell is empty, null where a fault was told
 */
export function wordOf(
  source: TableSource,
  word: Word,
  at: string,
  known?: { what: string; words: ReadonlySet<string> },
): Read<string | null | undefined> {
  const wrong = (text: string) => known !== undefined && !known.words.has(text);
  const not = (text: string) => `"${text}" is not ${known?.what}${didYouMean(text, known?.words ?? [])}`;
  const constant = (text: string | undefined, place: string) => {
    if (text !== undefined && wrong(text)) source.faults.mapping(place, not(text));
  };
  if (typeof word !== 'string' && 'is' in word) {
    constant(word.is, `${at}/is`);
    return () => word.is;
  }
  const spec = typeof word === 'string' ? { column: word } : word;
  const cell = cellOf(source, spec.column, typeof word === 'string' ? at : `${at}/column`);
  const { values, otherwise } = spec;
  constant(otherwise, `${at}/otherwise`);
  for (const [text, value] of Object.entries(values ?? {})) constant(value, `${at}/values/${text}`);
  return (row) => {
    const text = cell(row);
    if (values === undefined) {
      if (text === '' || !wrong(text)) return text === '' ? otherwise : text;
      if (otherwise !== undefined) return otherwise;
      fault(source, row, spec.column, `${not(text)}: give it a word under values`);
      return null;
    }
    const found = Object.hasOwn(values, text) ? values[text] : otherwise;
    if (found !== undefined || text === '') return found;
    const detail = `"${text}" is not among the values of the mapping${hint(text, Object.keys(values))}`;
    fault(source, row, spec.column, detail);
    return null;
  };
}

/** What is close, or what there is: of texts as short as codes every other is close. */
const hint = (text: string, texts: readonly string[]) =>
  (text.length > 2 && didYouMean(text, texts)) || `; there are ${texts.join(', ')}`;

/** What a template may name beside columns. */
export type Own = Record<`_${string}`, string>;

/** A text put together. @returns null where one of its columns is empty */
export function templateOf(
  source: TableSource,
  template: string,
  at: string,
): (row: Row, own?: Own) => string | null {
  const pieces = template.split(/\{([^{}]+)\}/).map((text, i) => {
    if (i % 2 === 0) return { text };
    if (text.startsWith('_')) {
      if (!['_parties', '_kind', '_when'].includes(text))
        source.faults.mapping(at, `there is no {${text}}; there are {_parties}, {_kind} and {_when}`);
      return { own: text as `_${string}` };
    }
    return { cell: cellOf(source, text, at) };
  });
  if (pieces.length % 2 === 0 || pieces.some((p) => /[{}]/.test(p.text ?? '')))
    source.faults.mapping(at, `"${template}" has a brace that is not closed`);
  return (row, own = {}) => {
    let whole = '';
    for (const { text, cell, own: name } of pieces) {
      const piece = text ?? cell?.(row) ?? own[name as `_${string}`] ?? '';
      if (piece === '' && text === undefined) return null;
      whole += piece;
    }
    return whole;
  };
}

/** The columns that a template names. */
export function columnsIn(template: string): string[] {
  return [...template.matchAll(/\{([^{}_][^{}]*)\}/g)].map((m) => m[1] ?? '');
}

/** A free value: text, number or truth; undefined where the cell is empty. */
export function propertyOf(
  source: TableSource,
  property: Property,
  at: string,
): Read<string | number | boolean | undefined> {
  const { column, datatype } =
    typeof property === 'string' ? { column: property, datatype: 'string' } : property;
  const cell = cellOf(source, column, at);
  return (row) => {
    const text = cell(row);
    if (text === '') return undefined;
    if (datatype === 'string') return text;
    if (datatype === 'number') {
      const number = Number(text);
      if (Number.isFinite(number)) return number;
      fault(source, row, column, `"${text}" is not a number`);
      return undefined;
    }
    if (/^(1|true|t|yes|y)$/i.test(text)) return true;
    if (/^(0|false|f|no|n)$/i.test(text)) return false;
    fault(source, row, column, `"${text}" is neither true nor false`);
    return undefined;
  };
}
