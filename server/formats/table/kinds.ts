// The kinds of a row: a constant, dummy columns, a table of values, or the root of a CAMEO code.
import type { Kinds } from '../../../model/mapping-values.ts';
import { didYouMean } from '../../../model/near.ts';
import { vocabulary } from '../../vocabulary.ts';
import { cellOf, fault, type Read, type TableSource } from './source.ts';

/** Reads the kinds of a row; none where it says none, which may be said by another row of its claim. */
export function kindsOf(source: TableSource, spec: Kinds, at: string): Read<readonly string[]> {
  const { kinds } = vocabulary();
  const check = (kind: string | undefined, place: string) => {
    if (kind !== undefined && !kinds.has(kind))
      source.faults.mapping(
        place,
        `"${kind}" is not a kind of the vocabulary${didYouMean(kind, kinds.keys())}`,
      );
  };
  if ('is' in spec) {
    const all = list(spec.is);
    for (const kind of all) check(kind, `${at}/is`);
    return () => all;
  }
  check(spec.otherwise, `${at}/otherwise`);
  const otherwise = spec.otherwise === undefined ? [] : [spec.otherwise];
  if ('flags' in spec) {
    const yes = new Set(spec.set);
    const flags = Object.entries(spec.flags).map(([column, kind]) => {
      check(kind, `${at}/flags/${column}`);
      return { kind, cell: cellOf(source, column, `${at}/flags/${column}`) };
    });
    return (row) => flags.filter(({ cell }) => yes.has(cell(row))).map(({ kind }) => kind);
  }
  const cell = cellOf(source, spec.column, `${at}/column`);
  const values = spec.values ?? {};
  for (const [text, kind] of Object.entries(values))
    for (const one of list(kind)) check(one, `${at}/values/${text}`);
  return (row) => {
    const text = cell(row);
    if (Object.hasOwn(values, text)) return list(values[text] ?? []);
    const named =
      spec.as === 'cameo-root' ? `cameo-${text.slice(0, 2)}` : spec.values === undefined ? text : '';
    if (kinds.has(named)) return [named];
    if (otherwise.length > 0 || text === '') return otherwise;
    const close =
      spec.as === 'cameo-root'
        ? '; CAMEO codes begin with 01 to 20, the zero too'
        : didYouMean(text, spec.values === undefined ? kinds.keys() : Object.keys(values));
    fault(source, row, spec.column, `"${text}" leads to no kind${close}`);
    return [];
  };
}

const list = (kinds: string | readonly string[]): readonly string[] =>
  typeof kinds === 'string' ? [kinds] : kinds;
