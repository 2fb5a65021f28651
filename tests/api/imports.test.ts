// Files that are sent: loaded whole or not at all, told in a dry run, refused by line and field, from nobody else's page.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Datasets, Info, TakenBack } from '../../model/api.ts';
import { Problem, type ProblemCode, problemCodes } from '../../model/problem.ts';
import { Report } from '../../model/report.ts';
import { Gate } from '../../server/api/gate.ts';
import { locked } from '../../server/load/lock.ts';
import { type Log, logOf } from '../../server/log.ts';
import { readSettings } from '../../server/settings.ts';
import { onlySample } from '../support/sample.ts';
import { empty, makeReady } from '../support/store.ts';
import { temporary } from '../support/temporary.ts';
import { type Served, serve, serveSample } from './served.ts';

const harbours = readFileSync(path.resolve(import.meta.dirname, '../fixtures/harbours.yaml'), 'utf8');
const TOKEN = 'a-token-of-some-length';
let served: Served;
beforeAll(async () => {
  served = await serveSample();
});
beforeEach(() => onlySample(served.graph));
afterAll(() => served.stop());

const bytes = { 'Content-Type': 'application/octet-stream' };

interface Sent {
  body?: string;
  headers?: Record<string, string>;
  to?: Served;
}

const send = (address: string, { body = '', headers = {}, to = served }: Sent = {}) =>
  fetch(to.url + address, { method: 'POST', headers: { ...bytes, ...headers }, body });

async function report(address: string, sent: Sent = {}): Promise<Report> {
  const answer = await send(address, sent);
  const told = await answer.json();
  expect([answer.status, told]).toEqual([200, expect.anything()]);
  return Report.parse(told);
}

async function refused(address: string, code: ProblemCode, sent: Sent = {}): Promise<Problem> {
  const answer = await send(address, sent);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = Problem.parse(await answer.json());
  expect([problem.code, answer.status]).toEqual([code, problemCodes[code].status]);
  return problem;
}

/** The data sets that are loaded, each with its load. */
async function loaded(): Promise<Record<string, string>> {
  const answer = await fetch(`${served.url}/api/datasets`);
  const { datasets } = Datasets.parse(await answer.json());
  return Object.fromEntries(datasets.map((d) => [d.id, d.load]));
}

describe('a file', () => {
  test('in a dry run: what would change, and nothing changes', async () => {
    const before = await loaded();
    const told = await report('/api/imports?name=harbours.yaml&dry=1', { body: harbours });
    expect(told).toMatchObject({
      dryRun: true,
      datasets: [{ dataset: 'harbours', load: null, written: true }],
    });
    expect(told.datasets[0]?.counts.claim).toEqual({ created: 2, changed: 0, removed: 0, unchanged: 0 });
    expect(await loaded()).toEqual(before);
  });

  test('is loaded, and the second time nothing changes', async () => {
    const told = await report('/api/imports?name=harbours.yaml', { body: harbours });
    expect(told).toMatchObject({ dryRun: false, datasets: [{ written: true }] });
    expect(await loaded()).toMatchObject({ harbours: told.datasets[0]?.load });
    const again = await report('/api/imports?name=harbours.yaml', { body: harbours });
    expect(again.datasets[0]?.written).toBe(false);
  });

  test('of a name without an ending is known by its beginning, under the media type of its format', async () => {
    const headers = { 'Content-Type': 'application/yaml; charset=utf-8' };
    const told = await report('/api/imports?name=notes&dry=1', { body: harbours, headers });
    expect(told.datasets[0]?.dataset).toBe('harbours');
  });

  test('leaves no temporary file, whether it is loaded or refused', async () => {
    await report('/api/imports?name=harbours.yaml&dry=1', { body: harbours });
    await refused('/api/imports?name=a.yaml', 'invalid-file', { body: 'nothing: [' });
    expect(temporary.files()).toEqual([]);
  });
});

describe('a file that is refused', () => {
  test('whole: every error with line and field, under the name it was sent by', async () => {
    const before = await loaded();
    const body = harbours
      .replace('confidence: 55', 'confidence: 155')
      .replace('reliability: B', 'reliability: Q')
      .replace('kind: leader-visit', 'kind: leader-visti');
    const problem = await refused('/api/imports?name=my%20notes.yaml', 'invalid-entry', { body });
    const lines = body.split('\n');
    const at = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    expect(problem.errors).toEqual([
      expect.objectContaining({ file: 'my notes.yaml', line: at('reliability: Q') }),
      expect.objectContaining({ file: 'my notes.yaml', line: at('leader-visti') }),
      expect.objectContaining({ file: 'my notes.yaml', line: at('confidence: 155') }),
    ]);
    for (const error of problem.errors ?? []) expect(error.pointer).toMatch(/reliability|kind|confidence/);
    expect(JSON.stringify(problem)).not.toContain(tmpdir());
    expect(await loaded()).toEqual(before);
  });

  test.each<[string, string, ProblemCode]>([
    ['empty', '', 'invalid-file'],
    ['a PDF', '%PDF-1.7', 'invalid-file'],
    [
      'a reference to nothing',
      harbours
        .replaceAll('person:an-envoy', 'person:nobody')
        .replace('  - id: person:nobody', '  - id: person:somebody'),
      'dangling-reference',
    ],
  ])('%s', async (_, body, code) => {
    const { errors } = await refused('/api/imports?name=x.yaml', code, { body });
    expect(errors?.every((e) => e.file === 'x.yaml')).toBe(true);
  });

  test.each([
    '/api/imports',
    '/api/imports?name=',
    '/api/imports?name=a%2Fb.yaml',
    '/api/imports?name=a&dry=yes',
    '/api/imports?name=a&x=1',
    '/api/imports/take-back',
  ])('%s lacks or has a wrong parameter', (address) =>
    refused(address, 'invalid-parameter', { body: harbours }).then(() => {}),
  );
});

describe('too large', () => {
  let small: Served;
  beforeAll(async () => {
    small = await serve(served.graph, { ENTENTE_IMPORT_MB: '1' });
  });
  afterAll(() => small.stop());
  const body = `${harbours}${'# a comment\n'.repeat(90_000)}`;

  test('by the length that is told', async () => {
    const { detail } = await refused('/api/imports?name=x.yaml', 'body-too-large', { body, to: small });
    expect(detail).toContain('at most 1 MB');
  });

  test('by what comes, where no length is told', async () => {
    const url = new URL(small.url);
    const sent = request({
      host: url.hostname,
      port: url.port,
      path: '/api/imports?name=x.yaml',
      method: 'POST',
      headers: { ...bytes, 'Transfer-Encoding': 'chunked' },
    });
    sent.on('error', () => {});
    sent.end(body);
    const [answer] = await once(sent, 'response');
    expect(answer.statusCode).toBe(413);
    answer.resume();
    expect(temporary.files()).toEqual([]);
  });
});

describe('who may import', () => {
  const infoOf = async (to: Served) =>
    Info.parse(
      await (await fetch(`${to.url}/api/info`, { headers: { Authorization: `Bearer ${TOKEN}` } })).json(),
    );

  test.each<[string, Record<string, string>, boolean]>([
    ['on loopback', {}, true],
    ['switched off', { ENTENTE_IMPORTS: 'off' }, false],
    ['reachable by another name', { ENTENTE_ALLOWED_HOSTS: 'atlas.example' }, false],
    ['reachable, and the network is trusted', { ENTENTE_HOST: '0.0.0.0', ENTENTE_TRUST_NETWORK: '1' }, false],
    [
      'the same, switched on',
      { ENTENTE_HOST: '0.0.0.0', ENTENTE_TRUST_NETWORK: '1', ENTENTE_IMPORTS: 'on' },
      true,
    ],
    ['reachable, with a token', { ENTENTE_HOST: '0.0.0.0', ENTENTE_TOKEN: TOKEN }, true],
  ])('%s', async (_, environment, on) => {
    const to = await serve(served.graph, environment);
    const headers = { Authorization: `Bearer ${TOKEN}` };
    const { imports } = await infoOf(to);
    expect([imports.on, imports.why === null]).toEqual([on, on]);
    for (const address of ['/api/imports?name=h.yaml&dry=1', '/api/imports/sample?dry=1'])
      if (on) await report(address, { body: address.includes('sample') ? '' : harbours, headers, to });
      else
        expect((await refused(address, 'imports-off', { body: harbours, headers, to })).detail).toBe(
          imports.why,
        );
    if (!on) await refused('/api/imports/take-back?load=x', 'imports-off', { headers, to });
    await to.stop();
  });

  test('a token that is set must be given', async () => {
    const to = await serve(served.graph, { ENTENTE_TOKEN: TOKEN });
    await refused('/api/imports?name=h.yaml', 'token-required', { body: harbours, to });
    await to.stop();
  });

  const addresses = ['/api/imports?name=h.yaml', '/api/imports/sample', '/api/imports/take-back?load=x'];
  test.each(addresses)("%s: nobody else's page", async (address) => {
    const before = await loaded();
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
    ] as Record<string, string>[])
      await refused(address, 'forbidden-origin', { body: harbours, headers });
    expect(await loaded()).toEqual(before);
  });

  test.each(addresses)('%s: no form can send it', async (address) => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
    ])
      await refused(address, 'unsupported-media-type', { body: harbours, headers: { 'Content-Type': type } });
  });

  test.each(addresses)('%s: a browser that asks first is told no', async (address) => {
    const answer = await fetch(served.url + address, { method: 'OPTIONS' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('two at once', () => {
  test('one is loaded whole, the other too or refused', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => send('/api/imports?name=h.yaml', { body: harbours })),
    );
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect(answers.some((a) => a.status === 200)).toBe(true);
    expect(Object.keys(await loaded())).toEqual(['beijing-2025', 'harbours']);
  });

  test('while something else is loaded it is refused, and a dry run is not', async () => {
    await locked(served.graph, async () => {
      await refused('/api/imports?name=h.yaml', 'load-in-progress', { body: harbours });
      await report('/api/imports?name=h.yaml&dry=1', { body: harbours });
    });
  });

  test('it waits at the gate like a question', async () => {
    const narrow = await serve(served.graph, {}, { gate: new Gate(1, 0) });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send('/api/imports?name=h.yaml&dry=1', { body: harbours, to: narrow })),
    );
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200, 429]));
    await narrow.stop();
  });
});

describe('the sample', () => {
  test('fills an empty graph', async () => {
    await empty(served.graph);
    await makeReady(served.graph);
    const dry = await report('/api/imports/sample?dry=1');
    expect(dry.datasets[0]?.counts.claim.created).toBe(33);
    expect(await loaded()).toEqual({});
    await report('/api/imports/sample');
    expect(Object.keys(await loaded())).toEqual(['beijing-2025']);
  });
});

describe('taking back', () => {
  const undo = async (load: string | undefined) => {
    const answer = await send(`/api/imports/take-back?load=${encodeURIComponent(load ?? '')}`);
    return TakenBack.parse(await answer.json()).detail;
  };

  test('a first load: its data set is gone; a later one: what was before is back', async () => {
    const first = await report('/api/imports?name=h.yaml', { body: harbours });
    const body = harbours.replace('A visit to the harbour', 'A visit to another harbour');
    const second = await report('/api/imports?name=h.yaml', { body });
    expect(await undo(second.datasets[0]?.load ?? '')).toContain('is back to what was loaded');
    expect(await loaded()).toMatchObject({ harbours: first.datasets[0]?.load });
  });

  test('where there was nothing before, its data set is removed', async () => {
    const only = await report('/api/imports?name=h.yaml', { body: harbours });
    expect(await undo(only.datasets[0]?.load ?? '')).toContain('is removed');
    expect(Object.keys(await loaded())).toEqual(['beijing-2025']);
    await refused(
      `/api/imports/take-back?load=${encodeURIComponent(only.datasets[0]?.load ?? '')}`,
      'unknown-load',
    );
  });
});

test('who goes away in the middle of a file leaves nothing behind, and that is no error', async () => {
  const told: unknown[] = [];
  const log = {
    ...logOf(readSettings({ ENTENTE_LOG: 'silent' }, '')),
    error: (what: unknown) => told.push(what),
  };
  const to = await serve(served.graph, {}, { log: log as unknown as Log });
  const { hostname, port } = new URL(to.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [
    'POST /api/imports?name=h.yaml HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/yaml',
  ];
  socket.write(`${head.join('\r\n')}\r\nContent-Length: 90000\r\n\r\n${harbours.slice(0, 900)}`);
  await expect.poll(temporary.files).toHaveLength(1);
  socket.destroy();
  await expect.poll(temporary.files).toEqual([]);
  expect((await fetch(`${to.url}/api/health`)).status).toBe(200);
  expect(told).toEqual([]);
  await to.stop();
});
