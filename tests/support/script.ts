// Takes a Cypher script apart: texts, names, comments and commands; and what Neo4j does before, with characters by number.

/** A character that is written by its number; wherever it stands, also after a backslash that is itself escaped. */
export const asRead = (script: string): string =>
  script.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The commands of a script as they stand, without comments. */
export function commandsOf(script: string): string[] {
  const commands: string[] = [];
  let command = '';
  const token = /"(?:[^"\\]|\\[\s\S])*"|`(?:[^`]|``)*`|\/\/[^\n\r\u0085\u2028\u2029]*|;|[\s\S]/g;
  for (const [part] of script.matchAll(token))
    if (part === ';') {
      commands.push(command.trim());
      command = '';
    } else if (!part.startsWith('//')) command += part;
  if (command.trim() !== '') commands.push(command.trim());
  return commands;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The texts in a command, those that are put together as one. */
export function textsIn(command: string): string[] {
  const whole = /"(?:[^"\\]|\\[\s\S])*"(?: \+ "(?:[^"\\]|\\[\s\S])*")*/g;
  return [...command.matchAll(whole)].map(([literals]) =>
    [...literals.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)].map(([, text = '']) => read(text)).join(''),
  );
}

const read = (text: string) =>
  text.replace(/\\([\s\S])/g, (all, c: string) => {
    if ('\\"\''.includes(c)) return c;
    const read = escapes[c];
    if (read === undefined) throw new Error(`${all} is no escape`);
    return read;
  });
