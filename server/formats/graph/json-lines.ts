// On which line each element of a list in a JSON text begins, found without reading it; and how deep it is, which is
// bounded before anything reads it.
import { InvalidError } from '../../errors.ts';

const DEEPEST = 200;

/** Where something in a file is: names and places in lists. */
type Path = readonly (string | number)[];

/**
 * Looks through a JSON text.
 * @returns the line on which the value at a path of lists and objects begins; the first line where there is none
 * @throws InvalidError `invalid-file` with the line where it is nested too deep
 */
export function beginnings(text: string): (path: Path) => number {
  const lines = new Map<string, number>();
  /** For each open object or list its path, and its key or its place. */
  const open: { path: string; key: string; next: number; list: boolean }[] = [];
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const inner = open.at(-1);
    if (c === '\n') line += 1;
    else if (c === '"') {
      const end = endOfText(text, i);
      // In an object only a name can stand here that a value follows; a value that is a text changes nothing.
      if (inner !== undefined && !inner.list && open.length <= 2) inner.key = text.slice(i + 1, end);
      i = end;
    } else if (c === '{' || c === '[') {
      const path = inner === undefined ? '' : `${inner.path}/${inner.list ? inner.next : inner.key}`;
      // Elements are no deeper than /elements/nodes/0.
      if (open.length <= 3) lines.set(path, line);
      open.push({ path: open.length <= 3 ? path : '', key: '', next: 0, list: c === '[' });
      if (open.length > DEEPEST) {
        const detail = `the text is nested more than ${DEEPEST} deep`;
        throw new InvalidError('invalid-file', detail, { errors: [{ line, detail }] });
      }
    } else if (c === '}' || c === ']') open.pop();
    else if (c === ',' && inner?.list === true) inner.next += 1;
  }
  return (path) => lines.get(`/${path.join('/')}`) ?? 1;
}

/** Where the quotation mark stands that ends a text. */
function endOfText(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i;
  }
  return text.length;
}
