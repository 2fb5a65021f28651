// model/cypher-literal.ts: what is copied runs where it is pasted.
import { expect, test } from 'vitest';
import { cypherLiteral, pasteable } from '../../../model/cypher-literal.ts';

test('values as Cypher writes them: keys without quotes, backticks where a key needs them', () => {
  expect(cypherLiteral({ states: ['state:CHN', "it's"], threshold: 0, unknown: true, from: null })).toBe(
    `{states: ["state:CHN", "it's"], threshold: 0, unknown: true, from: null}`,
  );
  expect(cypherLiteral({ 'a-b': {}, 'a`b': [], left: undefined })).toBe('{`a-b`: {}, `a``b`: []}');
  expect(cypherLiteral('a "b"\n\\c;')).toBe(String.raw`"a \"b\"\n\\c;"`);
});

test('no text ends where Neo4j reads its escapes before anything else', () => {
  expect(cypherLiteral(String.raw`a\u0022 b\\Uc`)).toBe(String.raw`"a\\" + "u0022 b\\\\" + "Uc"`);
  expect(cypherLiteral('a\u0000\u0085\u2028\u202Eb\u{E0001}')).toBe(
    String.raw`"a\u0000\u0085\u2028\u202eb\udb40\udc01"`,
  );
  const key = String.raw`a\u0060b`;
  expect(cypherLiteral({ [key]: 1, 'c\nd': 2 })).toBe('{`a\\u005cu0060b`: 1, `c\\u000ad`: 2}');
});

test('numbers as Neo4j reads them', () => {
  expect(cypherLiteral([0, -3, 0.5, 1e-7, 1e21, 2 ** 60])).toBe(
    '[0, -3, 0.5, 1e-7, 1e21, 1.152921504606847e18]',
  );
});

test('a command for each parameter on a line of its own, maps in brackets, all ended by semicolons', () => {
  const parameters = { scope: { loads: ['a@1'] }, tie: '+', days: [] };
  expect(pasteable({ cypher: '// Head\nMATCH (n)\nRETURN n\n', parameters })).toBe(
    ':param scope => ({loads: ["a@1"]});\n:param tie => "+";\n:param days => [];\n// Head\nMATCH (n)\nRETURN n;\n',
  );
});
