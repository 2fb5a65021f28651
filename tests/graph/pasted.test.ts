// What is copied of a query: Neo4j reads each parameter back as it was sent, and the text after them as it ran.
import { describe, expect, test } from 'vitest';
import { cypherLiteral, pasteable } from '../../model/cypher-literal.ts';
import { query } from '../../server/graph/queries.ts';
import { answer } from '../support/asked.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';

withGraph(onlySample);
const three = ['CHN', 'RUS', 'PRK'];

/** What Neo4j reads in a literal. */
const readBack = async (literal: string) =>
  (await graph.read({ ...query('fetch/loads'), text: `RETURN ${literal} AS value` }, {})).map(
    (row) => row.value,
  );

describe('the literals', () => {
  test('are what they were written from', async () => {
    const value = {
      text: 'quotes \' " and \\ and \n and \t and ; and // and \u2028 and 中国',
      numbers: [0, -1, 70, 0.5],
      'odd key`': { from: null, yes: true, no: false, empty: [{}, []] },
    };
    expect(await readBack(cypherLiteral(value))).toEqual([value]);
  });

  test('of every question are what it ran with', async () => {
    for (const question of ['joint', 'hub-and-spoke', 'bloc'])
      for (const { cypher, parameters } of (await answer(question, three)).queries) {
        const text = pasteable({ cypher, parameters });
        for (const [name, value] of Object.entries(parameters)) {
          const [, literal = ''] = new RegExp(`^:param ${name} => (.*);$`, 'm').exec(text) ?? [];
          expect(await readBack(literal)).toEqual([value]);
        }
        expect(text.endsWith(`${cypher.trimEnd()};\n`)).toBe(true);
      }
  });
});
