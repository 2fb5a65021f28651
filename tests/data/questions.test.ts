// The field's questions on the field's files: loaded by the shipped mappings, asked by the command line and by the API.
// What is right is read from questions.jsonl; no number stands here.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Answer } from '../../model/answer.ts';
import { runCommand } from '../../server/commands/program.ts';
import { type Served, serve, testEnvironment, testGraph } from '../api/served.ts';
import { type Asking, fieldQuestions } from './field.ts';
import { dataFile } from './folder.ts';
import { entente, loadTables } from './loaded.ts';

let served: Served;
const warnings: string[] = [];
const warned = (warning: Error) => warnings.push(warning.message);
beforeAll(async () => {
  process.on('warning', warned);
  await loadTables('atop-5.1-member', dataFile('atop', 'atop5_1m.csv'));
  await loadTables('mid-4.2', dataFile('mid', 'MIDA_4.2.csv'), dataFile('mid', 'MIDB_4.2.csv'));
  await loadTables('unga', dataFile('unga', 'un_roll_calls.csv'), dataFile('unga', 'un_votes.csv'));
  served = await serve(await testGraph());
  for (const [name, value] of Object.entries(testEnvironment())) vi.stubEnv(name, value);
});
afterAll(async () => {
  process.off('warning', warned);
  vi.unstubAllEnvs();
  await served?.stop();
  await served?.graph.close();
});

const argsOf = ({ question, parameters }: Asking) => [
  'ask',
  question,
  ...Object.entries(parameters).flatMap(([key, value]) => [`--${key}`, value]),
  '--json',
];

/** Runs the command in this process: the same way from arguments to output, without a start for each. */
async function byCommand(asking: Asking): Promise<Answer> {
  let out = '';
  const writes = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    out += String(piece);
    return true;
  });
  const code = await runCommand(argsOf(asking)).finally(() => writes.mockRestore());
  expect(code).toBe(0);
  return Answer.parse(JSON.parse(out));
}

async function byApi({ question, parameters }: Asking): Promise<Answer> {
  const answer = await fetch(`${served.url}/api/questions/${question}?${new URLSearchParams(parameters)}`);
  expect(answer.status).toBe(200);
  return Answer.parse(await answer.json());
}

const all = fieldQuestions();

test('there are questions', () => {
  expect(all.length).toBeGreaterThan(0);
});

describe.each([
  ['command line', byCommand],
  ['API', byApi],
])('by the %s', (_, by) => {
  test.each(all.map((q) => [q.id, q.title, q] as const))(
    '%s %s',
    async (_id, _title, { asks, read, expected }) => {
      const answers: Answer[] = [];
      for (const asking of asks) answers.push(await by(asking));
      expect(read(answers)).toEqual(expected);
    },
  );
});

test('MODEL.md section 6: alliances on 1 July 2018, all of them and those with a defence obligation', async () => {
  const day = { dataset: 'atop-5.1', on: '2018-07-01' };
  const hubs = await byApi({ question: 'hub-and-spoke', parameters: day });
  const sure = hubs.groups.filter((g) => g.certainty === 'sure');
  expect([hubs.groupCount, new Set(sure.map((g) => g.key[0])).size]).toEqual([1655, 47]);
  const defence = { ...day, kind: 'defence-pact' };
  const asked = async (question: string) => byApi({ question, parameters: defence });
  expect((await asked('sizes')).count.stands).toBe(48);
  expect((await asked('pairs-only')).groupCount).toBe(0);
  expect((await asked('hub-and-spoke')).groupCount).toBe(30);
});

test('large answers leave no listeners behind', () => {
  expect(warnings).toEqual([]);
});

test('a process of its own says what the command says here', async () => {
  const [first] = all;
  for (const q of [first, all.find((f) => f.asks[0]?.question === 'pairs-only')]) {
    if (q === undefined) throw new Error('there is no such question');
    const ended = await Promise.all(q.asks.map((asking) => entente(...argsOf(asking))));
    expect(ended.map((e) => e.code)).toEqual(q.asks.map(() => 0));
    expect(q.read(ended.map((e) => Answer.parse(JSON.parse(e.out))))).toEqual(q.expected);
  }
});
