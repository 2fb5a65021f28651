// The command line: what it prints, where it prints it, and how it ends.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answer } from '../../model/answer.ts';
import { questions } from '../../server/graph/queries.ts';
import { Settings } from '../../server/settings.ts';
import { root, version } from '../../server/version.ts';
import { runEntente } from '../support/entente.ts';
import { serveSample, testEnvironment } from './served.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-cli-'));
  const served = await serveSample();
  await served.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the program to its end, in an empty folder and with no settings but these. */
const entente = (args: string[], environment: Record<string, string> = testEnvironment()) =>
  runEntente(folder, args, environment);

const sample = ['--states', 'CHN,RUS,PRK', '--dataset', 'beijing-2025'];

test('the trilateral claims of the shipped case, what stands apart from what does not', async () => {
  const { code, out } = await entente(['ask', 'trilateral', ...sample]);
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(
    'Of claims of China, Russia and North Korea alone, 4 stand (3 asserted, 1 contested), 6 do not (4 looked for and not found, 1 denied, 1 open), in beijing-2025; at any time, at any confidence, unknown confidence kept, as known now; beijing-2025 is not exhaustive, so silence there says nothing.',
  );
  expect(out).toContain('4 stand: 3 asserted, 1 contested.');
  expect(out).toContain('Do not stand: 4 unevidenced (looked for, not found), 1 denied, 1 open.');
  expect(out).toMatch(/asserted\s+\+\s+70\s+CHN PRK RUS\s+beijing-2025\/joint-appearance/);
  expect(out).toMatch(/contested\s+\+\s+\?\s+\?\s+CHN PRK RUS\s+beijing-2025\/coordinated-bloc/);
  expect(out).toContain('Coverage: beijing-2025');
});

test('joint claims and the threshold', async () => {
  expect((await entente(['ask', 'joint', ...sample])).out).toContain('9 stand: 8 asserted, 1 contested.');
  const high = await entente(['ask', 'trilateral', ...sample, '--threshold', '60']);
  expect(high.out).toContain('1 stand: 1 asserted.');
  expect(high.out).toContain('confidence at least 60 · unknown confidence left out');
});

test('groups of claims: who acts, how many principals, which pair, which side, which kind', async () => {
  const { out: joint } = await entente(['ask', 'joint', ...sample]);
  expect(joint).toContain('In 7 of the 9 claims that stand all of them are actors.');
  expect(joint).toMatch(/all of them are actors\s+beijing-2025\s+7\s+6\s+1\s+4\s+1\s+1/);
  const { out: sizes } = await entente(['ask', 'sizes', '--dataset', 'beijing-2025']);
  expect(sizes).toMatch(/GROUP\s+DATA SET\s+STAND\s+ASSERTED\s+CONTESTED\s+NOT FOUND/);
  expect(sizes).toMatch(/\n2 principals\s+beijing-2025\s+11\s+10\s+1\s/);
  expect(sizes).toMatch(/\nat least 3 principals\s/);
  const { out: two } = await entente(['ask', 'bilateral', ...sample]);
  expect(two).toMatch(/\nPRK and RUS\s+beijing-2025\s+3\s+2\s+1\n/);
  const { out: sides } = await entente(['ask', 'sides', ...sample]);
  expect(sides).toMatch(/\non the same side: CHN, RUS and PRK\s+beijing-2025\s+3\s/);
  const { out: disputes } = await entente(['ask', 'disputes', ...sample]);
  expect(disputes).toMatch(/\ntroop-deployment\s+beijing-2025\s+1\s+1\n/);
}, 180_000);

test('as many claims as are asked for, and counts of all', async () => {
  const { out } = await entente(['ask', 'joint', ...sample, '--limit', '3', '--json']);
  const answer = Answer.parse(JSON.parse(out));
  expect(answer.claims).toHaveLength(3);
  expect(answer.truncated?.shown).toBe(3);
  const wrong = await entente(['ask', 'joint', ...sample, '--limit', 'all']);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('--limit: limit is a whole number from 0 to 5000');
});

test('questions about groups and pairs: what they rest on, and "surely" only where a time is asked', async () => {
  const hub = await entente(['ask', 'hub-and-spoke', ...sample, '--commitment', '2']);
  expect(hub.code).toBe(0);
  expect(hub.out).toMatch(/RUS, hub of CHN and PRK\s+beijing-2025\s+3\s+2\s+1\s+asserted/);
  expect(hub.out).toContain('1 group stands: 1 asserted.');
  expect(hub.out).not.toContain('surely');
  const pairs = await entente(['ask', 'pairs', ...sample]);
  expect(pairs.out).toContain('OF TWO ALONE');
  expect(pairs.out).toContain('3 pairs are tied.');
  expect(pairs.out).toContain(
    'Ties: 9 stand: 9 asserted. 3 of the asserted have contested or unverified claims too.',
  );
  const dated = await entente(['ask', 'pairs', ...sample, '--on', '2025-09-03']);
  expect(dated.out).toContain('3 pairs are surely tied.');
}, 180_000);

test('chains of claims, and what changed', async () => {
  const two = ['--states', 'CHN,JPN', '--dataset', 'beijing-2025'];
  const chains = await entente(['ask', 'paths', ...two, '--length', '3']);
  expect(chains.code).toBe(0);
  expect(chains.out).toContain('Those whose weakest link is the strongest');
  expect(chains.out).toMatch(/weakest 70: .*; breaks at threshold 71/);
  const changed = ['--since', '2025-09-02', '--on', '2025-09-03', '--dataset', 'beijing-2025'];
  const changes = await entente(['ask', 'changes', ...changed]);
  expect(changes.out).toContain('In the world, from 2025-09-02 to 2025-09-03');
  expect(changes.out).toMatch(/new: \d+ in beijing-2025/);
  const refused = await entente(['ask', 'changes']);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain('since');
});

test('the report on a set of states', async () => {
  const { code, out } = await entente(['ask', 'bloc', ...sample]);
  expect(code).toBe(0);
  expect(out).toContain('commitment 1 · joint-appearance · asserted: 1');
  expect(out).toContain('of a claim that joins all of them: commitment 1: joint-appearance');
  expect(out).toMatch(/commitment at least 2: RUS with CHN PRK/);
  expect(out).toContain('looked for and not found: 4');
  expect(out).toMatch(
    /CHN PRK RUS: indeterminate;.*because CHN PRK is tied with the other sign by claims of more/,
  );
  expect(out).toContain('The report computes evidence and gives no verdict.');
  const json = await entente(['ask', 'bloc', ...sample, '--json']);
  expect(Answer.parse(JSON.parse(json.out)).bloc?.datasets[0]?.deepest.joint?.commitment).toBe(1);
});

test.each(questions().map((q) => q.id))(
  'outside of what is covered %s says so, and nothing is none',
  async (question) => {
    const states = question === 'paths' ? 'IND,USA' : 'CHN,RUS,PRK';
    const since = question === 'changes' ? ['--since', '1899-01-01'] : [];
    // Without a bound there are claims that may stand by some reading of their dates, among which the report has its lines.
    const bound = question === 'bloc' ? [] : ['--threshold', '100'];
    const asked = ['--states', states, '--on', '1900-01-01', '--dataset', 'beijing-2025'];
    const { out } = await entente(['ask', question, ...asked, ...since, ...bound]);
    const [told = '', ...rows] = out.split('\n');
    expect(told).toMatch(/not cover/i);
    const none =
      /.{0,30}\b(none|no (claim(?! joins)|tie|chain|group)s?|nothing changed|0 (claims? )?(stand|changed))\b.{0,30}/gi;
    expect(rows.join('\n').match(none) ?? []).toEqual([]);
  },
);

test('the whole answer as JSON is the one of the API', async () => {
  const { out } = await entente(['ask', 'trilateral', ...sample, '--json']);
  expect(Answer.parse(JSON.parse(out)).claims).toHaveLength(10);
});

test('a format, to standard output and to a file', async () => {
  const asked = ['export', 'csv', '--question', 'trilateral', ...sample];
  const shown = await entente(asked);
  const file = path.join(folder, 'answer.csv');
  const kept = await entente([...asked, '--out', file]);
  expect([shown.code, kept.code, kept.out]).toEqual([0, 0, '']);
  expect(await readFile(file, 'utf8')).toBe(shown.out);
  expect(kept.err).toContain('10 claims');
});

test('wrong use ends with 2 and says what there is', async () => {
  expect(await entente(['ask'])).toMatchObject({ code: 2, err: expect.stringContaining('question') });
  expect(await entente(['nonsense'])).toMatchObject({ code: 2, err: expect.stringContaining('nonsense') });
  const option = await entente(['ask', 'joint', '--treshold', '5']);
  expect(option).toMatchObject({ code: 2, err: expect.stringContaining('--threshold') });
});

test('wrong values end with 1, one sentence and details', async () => {
  const value = await entente(['ask', 'joint', '--threshold', '101', '--rule', 'mean']);
  expect(value.code).toBe(1);
  expect(value.err).toContain('--threshold: write a whole number from 0 to 100');
  expect(value.err).toContain('--rule: "mean" is not one of highest, lowest');
  const meant = await entente(['ask', 'joint', '--kind', 'memorandun', '--modality', 'doen']);
  expect(meant.err).toContain('--kind: there is no kind "memorandun"; did you mean "memorandum"?');
  expect(meant.err).toContain('did you mean "done"?');
  const state = await entente(['ask', 'around', '--states', 'China']);
  expect(state).toMatchObject({ code: 1, err: expect.stringContaining('did you mean "CHN"?') });
  for (const args of [
    ['ask', 'nonsense'],
    ['export', 'docx', '--question', 'joint'],
    ['export', 'csv', '--form', 'pairs'],
    ['export', 'csv', '--part', 'selected'],
    ['export', 'csv', '--part', 'selected', '--sel', 'nosuch'],
    ['ask', 'trilateral', '--states', 'CHN,RUS'],
    ['load', path.join(folder, 'no-such.yaml')],
    ['datasets', 'remove', 'no-such'],
  ]) {
    const ended = await entente(args);
    expect([args, ended.code]).toEqual([args, 1]);
    expect(ended.err).not.toMatch(/\n\s+at /);
  }
}, 180_000);

test('a wrong setting stops with its name and what would be right', async () => {
  const unknown = await entente(['ask', 'joint'], { ENTENTE_PROT: '1' });
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('did you mean ENTENTE_PORT?') });
  const common = await entente(['up'], { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'changeme' });
  expect(common.code).toBe(1);
  expect(common.err).toContain('NEO4J_PASSWORD');
  expect(common.err).not.toContain('changeme');
  const open = await entente(['up'], { ENTENTE_HOST: '0.0.0.0' });
  expect(open).toMatchObject({ code: 1, err: expect.stringContaining('ENTENTE_TOKEN') });
});

test('without Neo4j a command ends with 3', async () => {
  const ended = await entente(['ask', 'joint'], { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' });
  expect(ended.code).toBe(3);
  expect(ended.err).not.toMatch(/\n\s+at /);
});

test('a load of what is there changes nothing, and a broken file is refused with its line', async () => {
  const again = await entente(['load', path.join(root, 'data', 'beijing-2025.yaml')]);
  expect(again.code).toBe(0);
  expect(again.out).toMatch(/unchanged|nothing changed/i);
  const broken = path.join(folder, 'broken.yaml');
  await writeFile(broken, 'dataset:\n  id: broken\n  title: Broken\n  colour: red\n');
  const refused = await entente(['load', broken]);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/broken\.yaml:4.*colour/);
});

test('datasets lists what is loaded', async () => {
  const { code, out } = await entente(['datasets']);
  expect(code).toBe(0);
  expect(out).toMatch(/beijing-2025\s.*\s33\s+43\s/);
  const json = await entente(['datasets', 'list', '--json']);
  expect(JSON.parse(json.out)).toContainEqual(expect.objectContaining({ id: 'beijing-2025' }));
});

test('doctor tells what it found, and no secret', async () => {
  const secret = { ...testEnvironment(), ENTENTE_TOKEN: 'never-to-be-printed' };
  const { code, out } = await entente(['doctor'], secret);
  expect(code).toBe(0);
  expect(out).toContain(`Entente`);
  expect(out).toContain(version);
  expect(out).toMatch(/✓ Neo4j\s/);
  expect(out).toContain('ENTENTE_TOKEN is set');
  expect(out).not.toContain(secret.ENTENTE_TOKEN);
  expect(out).not.toContain(secret.NEO4J_PASSWORD);
});

test('doctor without Java tells three ways on', async () => {
  const { code, out } = await entente(['doctor'], { ENTENTE_JAVA: path.join(folder, 'no-java') });
  expect(code).toBe(3);
  expect(out).toContain('docker compose up');
  expect(out).toContain('NEO4J_URI');
});

test('neo4j tells how to connect without showing the password', async () => {
  const { code, out } = await entente(['neo4j']);
  expect(code).toBe(0);
  expect(out).toContain(testEnvironment().NEO4J_URI);
  expect(out).not.toContain(testEnvironment().NEO4J_PASSWORD);
});

test('up serves until it is told to stop', async () => {
  const settings = Settings.parse({});
  expect(settings.ENTENTE_HOST).toBe('127.0.0.1');
  const child = spawn(process.execPath, [path.join(root, 'server', 'entente.mjs'), 'up'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...testEnvironment(), ENTENTE_PORT: '0', ENTENTE_PLAN: '0' },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', () => {
      const found = /Entente is at (http:\S+)/.exec(err)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(err)));
  });
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect((await fetch(url)).status).toBe(200);
  const began = performance.now();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(8000);
}, 120_000);

test('a draft is not written over what is there', async () => {
  const [table, out] = [path.join(folder, 'dyads.csv'), path.join(folder, 'edited.yaml')];
  await writeFile(table, 'ccode1,ccode2,year\n2,200,1950\n');
  await writeFile(out, 'edited');
  const { code, err } = await entente(['mapping', 'draft', table, '--out', out]);
  expect([code, err]).toEqual([
    1,
    `${out} cannot be written: it is there already; name another, or remove it first.\n`,
  ]);
  expect(await readFile(out, 'utf8')).toBe('edited');
});

test('a mapping that is wrong, or not for its table, is refused before a Neo4j is started, and tells of no rows', async () => {
  const mapping = path.join(folder, 'pacts.yaml');
  const table = path.join(folder, 'pacts.csv');
  await writeFile(table, 'no,state\n1,FRA\n');
  await writeFile(
    mapping,
    `dataset: { id: pacts, title: Pacts, url: "https://example.org/pacts" }
tables: { pacts: {} }
claims:
  id: "{number}"
  kinds: { is: defence-pact }
  parties: [{ entity: { column: state, as: iso3, values: { YUG: "state:cow-345" } }, role: { is: member } }]
`,
  );
  // No Neo4j is named here: one would be started.
  const { code, out, err } = await entente(['load', '--mapping', mapping, table], {});
  expect([code, out]).toEqual([1, '']);
  expect(err.trimEnd().split('\n')).toEqual([
    'Nothing is loaded: 2 errors.',
    `  ${mapping}:4: /claims/id: the table "pacts" has no column "number"; it has no, state`,
    expect.stringContaining(
      `  ${mapping}:6: /claims/parties/0/entity/values/YUG: there is no state "state:cow-345"`,
    ),
  ]);
});
