// Files of an answer outside of what is covered: "not covered", which is not the same as none, and never silence.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../model/answer.ts';
import { csv } from '../../../server/formats/csv.ts';
import type { Format, Outgoing } from '../../../server/formats/format.ts';
import { headOf } from '../../../server/formats/head.ts';
import { jsonl } from '../../../server/formats/jsonl.ts';
import { pairs } from '../../../server/formats/pairs.ts';
import { yaml } from '../../../server/formats/yaml.ts';
import { bytesOf } from '../../support/outgoing.ts';
import { answerOf } from '../client/drawing.ts';

const leaving = (covers: Answer['coverage'][number]['covers'], form: 'claims' | 'pairs' = 'claims') => {
  const answer: Answer = {
    ...answerOf([], []),
    coverage: [
      {
        dataset: 'atop-5.1',
        title: 'ATOP',
        covers,
        exhaustive: true,
        detail: 'defence-pact, from 1815 until 2018, exhaustive',
      },
    ],
  };
  const withheld = { claims: 0, statements: 0 };
  const outgoing: Outgoing = {
    head: headOf(answer, [], { form, part: 'answer', marking: null, withheld }),
    answer,
    form,
    async *pieces() {},
    ties: async () => ({ datasets: [], entities: [], ties: [] }),
    places: new Map(),
  };
  return outgoing;
};
const written = async (format: Format, outgoing: Outgoing) => (await bytesOf(format, outgoing)).toString();

describe.each([csv, pairs, yaml, jsonl])('$id', (format) => {
  test('says that nothing is covered, and what is', async () => {
    const text = await written(format, leaving('no'));
    expect(text).toContain('Not covered by atop-5.1: its silence is not the same as none.');
    expect(text).toContain('from 1815 until 2018');
  });

  test('says what is covered in part, and who does not say it', async () => {
    expect(await written(format, leaving('partly'))).toContain('atop-5.1 covers what was asked in part');
    expect(await written(format, leaving('undeclared'))).toContain('atop-5.1 does not say what it covers');
  });

  test('says nothing of it where all is covered', async () => {
    expect(await written(format, leaving('yes'))).not.toMatch(/[Cc]overe?[ds] /);
  });
});

test('a table without a claim has a row for its notes', async () => {
  const rows = parse(await written(csv, leaving('no')), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ claim: '', question: 'around' });
  expect(rows[0]?.notes).toContain('Not covered');
});
