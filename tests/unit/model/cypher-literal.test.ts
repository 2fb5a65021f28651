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

test('a command for each parameter on a line of its own, maps in brackets, all ended by semicolons', () => {
  const parameters = { scope: { loads: ['a@1'] }, tie: '+', days: [] };
  expect(pasteable({ cypher: '// Head\nMATCH (n)\nRETURN n\n', parameters })).toBe(
    ':param scope => ({loads: ["a@1"]});\n:param tie => "+";\n:param days => [];\n// Head\nMATCH (n)\nRETURN n;\n',
  );
});
