// Tables that are sent: by a shipped mapping, or with their own; told while they are read, and stopped half-way.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Datasets } from '../../model/api.ts';
import { ImportLine, Recognised } from '../../model/imports.ts';
import { Problem, type ProblemCode, problemCodes } from '../../model/problem.ts';
import { Report } from '../../model/report.ts';
import { loadsIn } from '../../server/load/clean.ts';
import { generated } from '../bench/generated.ts';
import { onlySample } from '../support/sample.ts';
import { temporary } from '../support/temporary.ts';
import { type Served, serve, serveSample } from './served.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const mappings = path.resolve(import.meta.dirname, '../../data/mappings');
const fixture = (file: string) => readFileSync(path.join(fixtures, file), 'utf8');
const members = fixture('tables/atop5_1m.csv');
const disputes = fixture('tables/MIDA_4.2.csv');
const participants = fixture('tables/MIDB_4.2.csv');
const mid = readFileSync(path.join(mappings, 'mid-4.2.yaml'), 'utf8');
let served: Served;
beforeAll(async () => {
  served = await serveSample();
});
beforeEach(() => onlySample(served.graph));
afterAll(() => served.stop());

/** A form: name of the part, name of the file, and what is in it. */
type Parts = [part: string, name: string, text: string][];

const formOf = (parts: Parts) => {
  const form = new FormData();
  for (const [part, name, text] of parts) form.append(part, new Blob([text]), name);
  return form;
};
const sendForm = (query: string, parts: Parts, to = served) =>
  fetch(`${to.url}/api/imports?${query}`, {
    method: 'POST',
    headers: { 'X-Entente-Import': '1' },
    body: formOf(parts),
  });
const sendTable = (query: string, body: string, at = '/api/imports') =>
  fetch(`${served.url}${at}?${query}`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body });

async function report(sent: Promise<Response>): Promise<Report> {
  const answer = await sent;
  const told = await answer.json();
  expect([answer.status, told]).toEqual([200, expect.anything()]);
  return Report.parse(told);
}

async function refused(sent: Promise<Response>, code: ProblemCode): Promise<Problem> {
  const answer = await sent;
  const problem = Problem.parse(await answer.json());
  expect([problem.code, answer.status]).toEqual([code, problemCodes[code].status]);
  expect(temporary.files()).toEqual([]);
  return problem;
}

const loaded = async () => {
  const answer = await fetch(`${served.url}/api/datasets`);
  return Datasets.parse(await answer.json()).datasets.map((d) => d.id);
};

describe('a table by a shipped mapping', () => {
  test('in a dry run: what would change, and what was read', async () => {
    const told = await report(sendTable('name=any.csv&mapping=atop-5.1-member&dry=1', members));
    expect(told).toMatchObject({
      dryRun: true,
      datasets: [{ dataset: 'atop-5.1', written: true, counts: { claim: { created: 4 } } }],
      table: { claims: 4, tables: [{ name: 'members', file: 'any.csv', left: 0 }] },
    });
    expect(told.table?.first).toHaveLength(4);
    expect(Object.values(told.table?.sizes ?? {}).reduce((a, b) => a + b)).toBe(4);
    expect(await loaded()).toEqual(['beijing-2025']);
    expect(temporary.files()).toEqual([]);
  });

  test('two tables in a form, found by the names of the parts or of the files, are loaded', async () => {
    const byPart = await report(
      sendForm('mapping=mid-4.2&dry=1', [
        ['participants', 'x', participants],
        ['disputes', 'y', disputes],
      ]),
    );
    expect(byPart.table?.tables).toMatchObject([{ file: 'x' }, { file: 'y' }]);
    const byFile = await report(
      sendForm('mapping=mid-4.2', [
        ['a', 'MIDB_4.2.csv', participants],
        ['b', 'MIDA_4.2.csv', disputes],
      ]),
    );
    expect(byFile.datasets[0]?.counts.claim.created).toBe(4);
    expect(await loaded()).toEqual(['beijing-2025', 'mid-4.2']);
    expect(temporary.files()).toEqual([]);
  });

  test('that is none, or is a path, is not there', async () => {
    for (const name of ['atop', '../../package', '/etc/passwd'])
      await refused(sendTable(`name=a.csv&mapping=${encodeURIComponent(name)}`, members), 'unknown-format');
  });

  test('with one of its two tables says what it reads', async () => {
    const { detail } = await refused(
      sendTable('name=MIDA_4.2.csv&mapping=mid-4.2', disputes),
      'invalid-parameter',
    );
    expect(detail).toContain('has 2 tables, and 1 file is given');
  });

  test('a bad cell is refused with file, line and column; what was read is told', async () => {
    const body = members.replace('9001,,220,', '9001,,2200,');
    const line = body.split('\n').findIndex((l) => l.includes(',2200,')) + 1;
    const problem = await refused(
      sendTable('name=m.csv&mapping=atop-5.1-member&dry=1', body),
      'invalid-entry',
    );
    expect(problem.errors).toEqual([
      expect.objectContaining({
        file: 'm.csv',
        line,
        pointer: 'member',
        detail: expect.stringContaining('"2200" is not known'),
      }),
    ]);
    expect(problem.table?.unknown).toMatchObject([{ column: 'member', text: '2200', line, became: 'stop' }]);
  });
});

describe('a table without a mapping', () => {
  test('is refused with the mapping that fits it, or with how to send one', async () => {
    const fits = await refused(sendTable('name=a.csv', members), 'invalid-file');
    expect(fits.detail).toContain('mapping=atop-5.1-member fits it');
    const none = await refused(sendTable('name=a.csv', 'id,who,kind\n1,USA,treaty\n'), 'invalid-file');
    expect(none.detail).toContain(
      'no shipped mapping fits it: send one with it, as the part mapping of a form',
    );
  });
});

describe('a mapping of its own', () => {
  test('is sent beside its tables', async () => {
    const told = await report(
      sendForm('dry=1', [
        ['disputes', 'MIDA.csv', disputes],
        ['mapping', 'mine.yaml', mid.replace('id: mid-4.2', 'id: mine')],
        ['participants', 'MIDB.csv', participants],
      ]),
    );
    expect(told.datasets).toMatchObject([{ dataset: 'mine', counts: { claim: { created: 4 } } }]);
  });

  test('that is wrong is refused with its line, and no path of the server', async () => {
    const wrong = mid.replace('claims:', 'clams:');
    const problem = await refused(
      sendForm('', [
        ['mapping', 'mine.yaml', wrong],
        ['disputes', 'MIDA.csv', disputes],
      ]),
      'invalid-file',
    );
    const line = wrong.split('\n').findIndex((l) => l.startsWith('clams:')) + 1;
    expect(problem.errors).toContainEqual(expect.objectContaining({ file: 'mine.yaml', line }));
    expect(JSON.stringify(problem)).not.toContain(temporary.folder);
    const column = await refused(
      sendForm('', [
        ['mapping', 'mine.yaml', mid.replace('{dispnum3}', '{dispnum}')],
        ['disputes', 'MIDA.csv', disputes],
        ['participants', 'MIDB.csv', participants],
      ]),
      'invalid-entry',
    );
    expect(column.errors?.[0]).toMatchObject({ file: 'mine.yaml', line: expect.any(Number) });
    expect(column.errors?.[0]?.detail).toContain('did you mean "dispnum3"');
  });

  test('and a shipped one are one too many', () =>
    refused(sendForm('mapping=mid-4.2', [['mapping', 'm.yaml', mid]]), 'invalid-parameter').then(() => {}));

  test('sent as if it were data is told what it is', async () => {
    const { detail } = await refused(sendTable('name=m.yaml', mid), 'invalid-file');
    expect(detail).toContain('this is a mapping: send it as the part mapping of a form');
  });
});

describe('a form', () => {
  test('of data files is loaded whole, or not at all', async () => {
    const harbours = fixture('harbours.yaml');
    const other = 'dataset: { id: other, title: Other }\n';
    const wrong = await refused(
      sendForm('', [
        ['a', 'h.yaml', harbours],
        ['b', 'o.yaml', `${other}colour: red\n`],
      ]),
      'invalid-entry',
    );
    expect(wrong.errors?.map((e) => e.file)).toEqual(['o.yaml']);
    expect(await loaded()).toEqual(['beijing-2025']);
    await report(
      sendForm('', [
        ['a', 'h.yaml', harbours],
        ['b', 'o.yaml', other],
      ]),
    );
    expect(await loaded()).toEqual(['beijing-2025', 'harbours', 'other']);
  });

  test.each<[string, string, string]>([
    [
      'cut off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nabc',
    ],
    ['without a boundary', 'multipart/form-data', 'abc'],
    ['empty', 'multipart/form-data; boundary=x', '--x--\r\n'],
  ])('%s is refused', async (_, type, body) => {
    const headers = { 'X-Entente-Import': '1', 'Content-Type': type };
    await refused(fetch(`${served.url}/api/imports`, { method: 'POST', headers, body }), 'invalid-body');
  });

  test('of very many files is refused', async () => {
    const parts = Array.from({ length: 30 }, (_, i): Parts[number] => [`p${i}`, `p${i}.yaml`, 'x']);
    expect((await refused(sendForm('', parts), 'invalid-body')).detail).toContain('at most 20 files');
  });

  test('whose files name folders is told by their names alone', async () => {
    const { errors } = await refused(sendForm('', [['a', '../../x/h.yaml', 'dataset: [']]), 'invalid-file');
    expect(errors?.[0]?.file).toBe('h.yaml');
  });

  test('that is too large as a whole is refused', async () => {
    const small = await serve(served.graph, { ENTENTE_IMPORT_MB: '1' });
    const half = '# a comment\n'.repeat(60_000);
    const parts: Parts = [
      ['a', 'a.yaml', half],
      ['b', 'b.yaml', half],
    ];
    await refused(sendForm('', parts, small), 'body-too-large');
    await small.stop();
  });

  test("without the header that no form can send, or from another site's page, is refused", async () => {
    const body = () => formOf([['a', 'h.yaml', fixture('harbours.yaml')]]);
    const send = (headers: Record<string, string>) =>
      fetch(`${served.url}/api/imports`, { method: 'POST', headers, body: body() });
    await refused(send({}), 'unsupported-media-type');
    await refused(send({ 'X-Entente-Import': '1', 'Sec-Fetch-Site': 'cross-site' }), 'forbidden-origin');
    await refused(send({ 'X-Entente-Import': '1', Origin: 'https://evil.example' }), 'forbidden-origin');
    expect(await loaded()).toEqual(['beijing-2025']);
  });
});

describe('what a file is', () => {
  const what = async (name: string, body: string) =>
    Recognised.parse(await (await sendTable(`name=${name}`, body, '/api/imports/recognise')).json());

  test('is told by its beginning', async () => {
    expect(await what('x', members)).toMatchObject({ is: 'table', fits: [{ table: 'members' }] });
    expect(await what('x', mid)).toMatchObject({ is: 'mapping' });
    expect(await what('x', fixture('harbours.yaml'))).toEqual({ is: 'entries', format: 'yaml' });
  });

  test('is refused where it is nothing, or more than a beginning is sent', async () => {
    const at = '/api/imports/recognise';
    const { detail } = await refused(sendTable('name=a.zip', 'PK\u0003\u0004', at), 'invalid-file');
    expect(detail).toContain('unpack it');
    const { detail: more } = await refused(sendTable('name=a', 'x'.repeat(2_000_001), at), 'body-too-large');
    expect(more).toContain('The beginning of a file is enough');
  });

  test('is not told where imports are off', async () => {
    const off = await serve(served.graph, { ENTENTE_IMPORTS: 'off' });
    const sent = fetch(`${off.url}/api/imports/recognise?name=a`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: members,
    });
    await refused(sent, 'imports-off');
    await off.stop();
  });
});

describe('progress', () => {
  const linesOf = async (sent: Promise<Response>) => {
    const answer = await sent;
    expect(answer.headers.get('content-type')).toContain('application/jsonl');
    expect(answer.headers.get('cache-control')).toContain('no-transform');
    const text = await answer.text();
    return text
      .trim()
      .split('\n')
      .map((line) => ImportLine.parse(JSON.parse(line)));
  };

  test('what is read and written is told on the way, and the report in the end', async () => {
    const lines = await linesOf(sendTable('name=m.csv&mapping=atop-5.1-member&progress=1', members));
    const stages = lines.flatMap((l) => ('progress' in l ? [l.progress] : []));
    expect(new Set(stages.map((p) => p.stage))).toEqual(new Set(['read', 'write']));
    const read = stages.filter((p) => p.stage === 'read').at(-1);
    expect(read).toMatchObject({
      done: Buffer.byteLength(members),
      total: Buffer.byteLength(members),
      what: 'm.csv',
    });
    expect(read?.lines).toBe(members.split('\n').length - 1);
    const written = stages.at(-1);
    expect(written?.done).toBe(written?.total);
    expect(lines.at(-1)).toMatchObject({ report: { datasets: [{ dataset: 'atop-5.1' }] } });
    expect(lines.filter((l) => !('progress' in l))).toHaveLength(1);
  });

  test('what is wrong is the last line; what is wrong before anything is read is a problem', async () => {
    const lines = await linesOf(
      sendTable('name=m.csv&mapping=atop-5.1-member&progress=1', members.replace(',220,', ',2200,')),
    );
    expect(lines.at(-1)).toMatchObject({
      problem: { code: 'invalid-entry', table: { dataset: 'atop-5.1' } },
    });
    await refused(sendTable('progress=1', members), 'invalid-parameter');
  });
});

test('quotes that are not found are kept where that is asked for', async () => {
  const to = await serve(served.graph, { ENTENTE_TEXTS: fixtures });
  const body = fixture('harbours.yaml').replace('arrived in the harbour', 'arrived on the moon');
  const send = (query: string) =>
    fetch(`${to.url}/api/imports?name=h.yaml&dry=1${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/yaml' },
      body,
    });
  const refusal = Problem.parse(await (await send('')).json());
  expect(refusal.code).toBe('quote-not-found');
  const kept = await report(send('&quotes=allow'));
  expect(kept.datasets[0]?.quotes['not-found']).toBeGreaterThan(0);
  await to.stop();
});

test('who goes away while it is written has loaded nothing, and nothing is left behind', async () => {
  const body = [...generated('large', 6000)].join('\n');
  const { hostname, port } = new URL(served.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [
    'POST /api/imports?name=large.jsonl&progress=1 HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/jsonl',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  let told = '';
  for await (const piece of socket) {
    told += String(piece);
    if (told.includes('"stage":"write"')) break;
  }
  expect(told).not.toContain('"report"');
  socket.destroy();
  // What was written is taken away before the lock is given back.
  await expect
    .poll(async () => (await loadsIn(served.graph)).map((l) => [l.dataset, l.state]), { timeout: 120_000 })
    .toEqual([['beijing-2025', 'current']]);
  await expect.poll(temporary.files, { timeout: 60_000 }).toEqual([]);
  expect(await loaded()).toEqual(['beijing-2025']);
  const after = sendTable('name=m.csv&mapping=atop-5.1-member', members);
  expect((await report(after)).datasets[0]?.written).toBe(true);
});

test('a form of as many files as are taken is read without a warning of a leak', async () => {
  const warnings: string[] = [];
  const warned = (warning: Error) => warnings.push(`${warning.name}: ${warning.message}`);
  process.on('warning', warned);
  try {
    const many = Array.from({ length: 20 }, (_, i): Parts[number] => [`t${i}`, `t${i}.csv`, 'a,b\n1,2\n']);
    await refused(sendForm('dry=1', many), 'invalid-file');
  } finally {
    process.off('warning', warned);
  }
  expect(warnings).toEqual([]);
});
