// A picture from outside for a document: SVG that draws, and neither runs nor fetches anything.
import { SaxesParser } from 'saxes';
import { InvalidError } from './errors.ts';

/** What draws, and names what is drawn. */
const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan defs clipPath linearGradient radialGradient stop title desc'.split(
    ' ',
  ),
);
/** A picture of the page has some hundred kilobytes. */
const MOST = 20_000_000;

/**
 * Checks a picture.
 * @returns its text as it is
 * @throws InvalidError `invalid-file`, with line and what is wrong, where it is no XML, or holds anything but shapes and words
 */
export function plainSvg(text: string, file: string): string {
  const refuse = (detail: string, line?: number): never => {
    const at = line === undefined ? '' : `, line ${line}`;
    throw new InvalidError('invalid-file', `${file}${at}: ${detail}`, {
      errors: [{ detail, ...(line === undefined ? {} : { line }) }],
    });
  };
  if (text.length > MOST) refuse(`the picture has more than ${MOST / 1e6} MB`);
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => refuse(`not XML: ${error.message}`));
  parser.on('doctype', () => refuse('a document type is not taken; save the SVG from Entente', parser.line));
  parser.on('processinginstruction', () => refuse('an instruction is not taken', parser.line));
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0 && name !== 'svg')
      refuse(`the picture begins with <${name}>, not with <svg>`, parser.line);
    if (!elements.has(name)) refuse(`<${name}> is not taken: only shapes and words are`, parser.line);
    for (const [key, value] of Object.entries(attributes)) {
      const why = wrongWith(key, String(value));
      if (why !== null) refuse(`${key} of <${name}> ${why}`, parser.line);
    }
    depth += 1;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(text).close();
  return text;
}

/** What is wrong with an attribute; null where nothing is. */
function wrongWith(key: string, value: string): string | null {
  if (/^on/i.test(key)) return 'would run a script';
  if (/(^|:)(href|src|base)$/i.test(key) && !value.startsWith('#'))
    return 'names something outside of the picture';
  if (/url\s*\(\s*['"]?(?!#|['"]?#)/i.test(value)) return 'names something outside of the picture';
  if (/\\|@import|expression\s*\(/i.test(value) && key === 'style') return 'may fetch something';
  return null;
}
