// A query as it can be pasted into cypher-shell or the Neo4j Browser: its parameters as commands, then its text.

/**
 * A value as a Cypher literal.
 * @param value JSON: text, number, boolean, null, lists and maps of these
 */
export function cypherLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([key, v]) => `${nameOf(key)}: ${cypherLiteral(v)}`)
      .join(', ')}}`;
  // JSON's escapes are Cypher's, and a JSON text has no line break, at which the command would end.
  return JSON.stringify(value ?? null);
}

const nameOf = (key: string) => (/^[A-Za-z_]\w*$/.test(key) ? key : `\`${key.replaceAll('`', '``')}\``);

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
