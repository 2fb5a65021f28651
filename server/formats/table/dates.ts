// Dates of a row as EDTF: one column, or year, month and day, with the data set's codes for missing and open.
import type { DateSpec } from '../../../model/mapping-values.ts';
import { EdtfEnd, EdtfText } from '../../../model/time.ts';
import type { Row } from './quoted.ts';
import { cellOf, fault, type Read, type TableSource } from './source.ts';
import { conditionOf } from './words.ts';

/** A date as EDTF; null where it is not known; `..` for an end that has not come. */
export type ReadDate = string | null;
export const OPEN = '..';

type Parts = Extract<DateSpec, { year: string }>;
type InColumn = Extract<DateSpec, { column: unknown }>;

/**
 * Reads a date.
 * @param set whether it may be more than a single date, as `1990-09..1990-10`: the time of a claim may
 */
export function dateOf(source: TableSource, spec: DateSpec, at: string, set = false): Read<ReadDate> {
  if (typeof spec === 'string') return inColumn(source, { column: spec, missing: [], open: [] }, at, set);
  if ('is' in spec) {
    if (!isDate(spec.is, set))
      source.faults.mapping(`${at}/is`, `"${spec.is}" is not a date: write EDTF, such as 1990-03`);
    return () => spec.is;
  }
  return 'year' in spec ? ofParts(source, spec, at) : inColumn(source, spec, at, set);
}

const isDate = (text: string, set: boolean) =>
  text === OPEN || (set ? EdtfText : EdtfEnd).safeParse(text).success;

function openOf(source: TableSource, spec: Parts | InColumn, at: string): Read<boolean> {
  if (spec.openWhere === undefined) return () => false;
  return conditionOf(source, spec.openWhere, `${at}/openWhere`);
}

function inColumn(source: TableSource, spec: InColumn, at: string, set: boolean): Read<ReadDate> {
  const names = Array.isArray(spec.column) ? spec.column : [spec.column];
  const columns = names.map((name) => ({ name, cell: cellOf(source, name, `${at}/column`) }));
  const isOpen = openOf(source, spec, at);
  const missing = new Set(spec.missing);
  const open = new Set(spec.open);
  const values = spec.values ?? {};
  const read = formatted(spec.format);
  /** The same few thousand dates stand in hundreds of thousands of rows. */
  const known = new Map<string, ReadDate>();
  for (const [text, value] of Object.entries(values))
    if (value !== '' && !isDate(value, set))
      source.faults.mapping(`${at}/values/${text}`, `"${value}" is not a date: write EDTF, such as 1990-03`);
  const toDate = (text: string, row: Row, name: string): ReadDate => {
    if (missing.has(text)) return null;
    if (open.has(text)) return OPEN;
    if (Object.hasOwn(values, text)) return values[text] || null;
    const date = read(text);
    if (date !== null && !date.startsWith('9999') && isDate(date, set)) return date;
    fault(source, row, name, notDate(text, spec.format));
    return null;
  };
  return (row) => {
    if (isOpen(row)) return OPEN;
    for (const { name, cell } of columns) {
      const text = cell(row);
      if (text === '') continue;
      let date = known.get(text);
      if (date === undefined) {
        date = toDate(text, row, name);
        known.set(text, date);
      }
      if (date !== null) return date;
    }
    return columns.every(({ cell }) => cell(row) === '') && open.has('') ? OPEN : null;
  };
}

function notDate(text: string, format: string | undefined): string {
  const code = `if it means that nothing is known, list it under missing; if the end has not come, under open; if it means a date, under values`;
  const [, a, b] = /^(\d{4}[\d-]*)\.\.(\d{4}[\d-]*)$/.exec(text) ?? [];
  if (a !== undefined)
    return `"${text}" is a range, where one date is wanted: give the date it stands for under values, such as "${text}": "${a.slice(0, 4)}${a.slice(0, 4) === b?.slice(0, 4) ? '' : '~'}"`;
  return `"${text}" is not a date ${format === undefined ? 'in EDTF, such as 1990-03-01; say format: dd/MM/yyyy where dates are written otherwise' : `as ${format}: dd, MM and yyyy are digits${/[a-z]{3,}/i.test(text) ? ', and names of months are not read' : ''}`}; ${code}`;
}

/** A text of one format as EDTF; null where it is not written so. A time of day is left out. */
function formatted(format: string | undefined): (text: string) => string | null {
  if (format === undefined) return (text) => text;
  const names: string[] = [];
  const pattern = format.replace(/yyyy|MM|dd|HH|mm|ss|[^a-zA-Z]/g, (token) => {
    if (!/[a-zA-Z]/.test(token)) return token.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
    names.push(token);
    return token === 'yyyy'
      ? '(\\d{4})'
      : format.length === format.replaceAll(/[^a-zA-Z]/g, '').length
        ? '(\\d{2})'
        : '(\\d{1,2})';
  });
  const expression = new RegExp(`^${pattern}$`);
  return (text) => {
    const found = expression.exec(text);
    if (found === null) return null;
    const part = (name: string) => found[names.indexOf(name) + 1];
    return ['yyyy', 'MM', 'dd']
      .filter((name) => names.includes(name))
      .map((name) => (part(name) ?? '').padStart(2, '0'))
      .join('-');
  };
}

function ofParts(source: TableSource, spec: Parts, at: string): Read<ReadDate> {
  const isOpen = openOf(source, spec, at);
  const missing = new Set(spec.missing);
  const open = new Set(spec.open);
  const year = cellOf(source, spec.year, `${at}/year`);
  const month = spec.month === undefined ? () => '' : cellOf(source, spec.month, `${at}/month`);
  const day = spec.day === undefined ? () => '' : cellOf(source, spec.day, `${at}/day`);
  const part = (row: Row, text: string, name: string, what: string, most: number): string | null => {
    if (text === '' || missing.has(text)) return null;
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= most)
      return String(number).padStart(what === 'year' ? 4 : 2, '0');
    fault(
      source,
      row,
      name,
      `"${text}" is not a ${what}${most > 31 ? '' : ` from 1 to ${most}`}; if it means that the ${what} is not known, list it under missing${what === 'year' ? '; if the end has not come, under open' : ''}`,
    );
    return null;
  };
  return (row) => {
    const y = year(row);
    if (isOpen(row) || open.has(y)) return OPEN;
    const yyyy = part(row, y, spec.year, 'year', 9998);
    const mm = part(row, month(row), spec.month ?? '', 'month', 12);
    const dd = part(row, day(row), spec.day ?? '', 'day', 31);
    if (yyyy === null) return null;
    if (mm === null) return yyyy;
    if (dd === null) return `${yyyy}-${mm}`;
    const date = `${yyyy}-${mm}-${dd}`;
    if (Number(dd) <= 28 || isDate(date, false)) return date;
    fault(source, row, spec.day ?? '', `there is no such day as ${date}`);
    return null;
  };
}
