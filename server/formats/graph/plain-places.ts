// What stands in places of their own and not among the attributes of a node or an edge: times and looks in GEXF, what a
// program adds to the elements of XML, positions in Cytoscape JSON.
import type { About } from './about.ts';
import { type ReadValue, typed } from './parts.ts';
import { ends, span } from './spells.ts';
import { isXml } from './xml.ts';

/** Whether the place that a format has for a value gives it back. @param pure whether one graph leaves and nothing else */
export function holdsInPlace(
  name: string,
  value: ReadValue,
  format: About['format'],
  pure: boolean,
): boolean {
  if (format === 'cyjs') return true;
  if (Array.isArray(value))
    return (
      format === 'gexf' && /^@(spells|parents)$/.test(name) && value.every((v) => listedAs(name, v, pure))
    );
  if (typeof value === 'string' && !isXml(value)) return false;
  if (/^@(spells|parents)$/.test(name)) return false;
  if (format === 'gexf' && (name === '@weight' || name.startsWith('viz:')))
    return typed(String(value), 'double') === value;
  if (format === 'gexf' && name === '@type') return value === 'mutual';
  // In one file with dates of others a clock of numbers would be none.
  if (!pure && /^@(start|end)(open)?$/.test(name)) return isDate(value);
  return typeof value === 'string';
}

const isDate = (value: ReadValue) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);

function listedAs(name: string, text: string, pure: boolean): boolean {
  if (!isXml(text)) return false;
  if (name === '@parents') return true;
  const found = ends(text);
  if (found === null || found.before !== '' || span(found.ends) !== text) return false;
  return pure || Object.values(found.ends).every(isDate);
}
