// A query as it can be pasted into cypher-shell or the Neo4j Browser: its parameters as commands, then its text.

/**
 * A value as a Cypher literal.
 * @param value JSON: text, number, boolean, null, lists and maps of these
 */
export function cypherLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return numberOf(value);
  if (typeof value === 'object' && value !== null) {
    // A script has millions of these.
    let pairs = '';
    for (const [key, v] of Object.entries(value))
      if (v !== undefined) pairs += `${pairs === '' ? '' : ', '}${nameOf(key)}: ${cypherLiteral(v)}`;
    return `{${pairs}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * JSON's escapes are Cypher's, and a JSON text has no line break, at which the command would end. But before anything
 * else Neo4j reads `\uXXXX` as a character wherever it stands, also after a backslash that is itself escaped, so that
 * `\\u0022` would end the text: a backslash and a u never stand together.
 */
const textOf = (text: string) =>
  PLAIN.test(text)
    ? `"${text}"`
    : text
        .split(/(?<=\\)(?=u)/i)
        .map((part) => unseen(JSON.stringify(part)))
        .join(' + ');

/** Most texts are ids and words in which nothing has to be escaped. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Characters that nobody sees, ends of lines among them and what turns the direction of a text, written out. */
const unseen = (text: string) =>
  text.replace(/[\u007F-\u009F\u2028\u2029\p{Cf}]/gu, (c) =>
    c
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** Beyond what Neo4j's integers hold a number is written with an exponent, which has no plus. */
const numberOf = (n: number) =>
  (Number.isInteger(n) && !Number.isSafeInteger(n) ? n.toExponential() : JSON.stringify(n)).replace(
    'e+',
    'e',
  );

/** A name in backticks knows no escape but `\uXXXX`: a backslash is written by it, and is none then. */
const nameOf = (key: string) =>
  /^[A-Za-z_]\w*$/.test(key)
    ? key
    : `\`${unseen(key.replaceAll('`', '``').replaceAll('\\', '\\u005c')).replace(/[\n\r]/g, (c) => (c === '\n' ? '\\u000a' : '\\u000d'))}\``;

/**
 * The text to paste. Both programs take `:param name => value` on a line of its own; the Browser wants a map in brackets.
 * A semicolon ends each, so that both run one after the other (in the Browser with its multi-statement editor).
 */
export function pasteable({
  cypher,
  parameters,
}: {
  cypher: string;
  parameters: Record<string, unknown>;
}): string {
  const commands = Object.entries(parameters).map(([name, value]) => {
    const literal = cypherLiteral(value);
    return `:param ${nameOf(name)} => ${literal.startsWith('{') ? `(${literal})` : literal};`;
  });
  return `${[...commands, cypher.trimEnd()].join('\n')};\n`;
}
