// Every Cypher file against the real server: it parses, without warnings, and does what its head says.
import { describe, expect, test } from 'vitest';
import { ClaimRow, LinkRow, PairRow } from '../../model/answer.ts';
import { parametersFor, query, queryNames, questions } from '../../server/graph/queries.ts';
import { graph, withGraph } from '../support/graph.ts';
import { makeReady } from '../support/store.ts';

withGraph(async (graph) => {
  await makeReady(graph);
  await graph.write(everyName);
});

const names = queryNames();
const texts = names.map((name) => query(name).text);
const found = (pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...withoutComments(text).matchAll(pattern)].map((m) => m[1] ?? ''))),
];
function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\/.*$/gm, '');
}

/**
 * A server warns of a label, type or property that no data has had yet. Everything that the queries name is written
 * once and taken away again, so that what it still warns of is wrong.
 */
const everyName = {
  ...query('load/entities'),
  text: `CREATE (n:${found(/:([A-Z][A-Za-z]+)\b/g)
    .filter((name) => /[a-z]/.test(name))
    .join(':')} {${[...found(/\.([a-z]\w+)\b/g), ...found(/\.`([^`]+)`/g)]
    .map((key) => `\`${key}\`: 1`)
    .join(', ')}}) ${found(/\b([A-Z]+(?:_[A-Z]+)*)\b/g)
    .filter((name) => texts.some((text) => new RegExp(`[:|]${name}\\b`).test(text)))
    .map((type) => `CREATE (n)-[:${type}]->(n)`)
    .join(' ')} DETACH DELETE n`,
};

describe.each(names)('%s', (name) => {
  const asked = query(name);

  test('has a head that is true', async () => {
    const parameters = parametersFor(asked, {});
    const declared = asked.params.map((p) => p.name);
    expect(asked.description).not.toBe('');
    expect(inText(asked.text, /\$([A-Za-z]\w*)/g)).toEqual(
      new Set(declared.map((p) => p.replace(/\..*/, ''))),
    );
    expect(inText(asked.text, /\$(scope\.\w+)/g)).toEqual(
      new Set(declared.filter((p) => /^scope\./.test(p))),
    );
    // The server plans anew for each type and length of a value, but not for what is in a map.
    if (/^(questions|fetch)\//.test(name))
      expect(declared.filter((p) => !/^(scope\.\w+|filters|lens|tie)$/.test(p))).toEqual([]);
    // A change of the schema cannot be planned without being made; it was made before.
    if (asked.mode === 'schema') return;
    const { keys, queryType, notifications } = await graph.explain(asked, parameters);
    expect(notifications).toEqual([]);
    expect(queryType).toMatch(asked.mode === 'read' ? /^r$/ : /^r?w$/);
    expect(keys).toEqual(asked.returns.map((c) => c.name));
  });
});

/** The parameters that a text takes. */
const inText = (text: string, pattern: RegExp) =>
  new Set([...withoutComments(text).matchAll(pattern)].map((m) => m[1]));

describe('questions', () => {
  test('return the columns of their rows, so that one route and one table serve them all', () => {
    for (const { id, counts } of questions()) {
      const columns = query(`questions/${id}`).returns.map((c) => c.name);
      const row = counts === 'pair' ? PairRow : counts === 'path' ? LinkRow : ClaimRow;
      expect(columns, id).toEqual(Object.keys(row.shape));
    }
  });

  test('are the ones of the page that says what they mean, in its order', () => {
    expect(questions().map((q) => q.id)).toEqual([
      'around',
      'bilateral',
      'trilateral',
      'joint',
      'pairs-only',
      'pairs-and-joint',
      'hub-and-spoke',
      'mixed-roles',
      'sides',
      'disputes',
      'sizes',
      'pairs',
      'paths',
      'changes',
      'bloc',
    ]);
  });

  test('are judged by the one block there is for it, in whole or in its two parts', () => {
    for (const { id } of questions())
      for (const part of ['// The statements that count, and what', '// Who takes part: as it is stored'])
        expect(query(`questions/${id}`).text, id).toContain(part);
  });
});
