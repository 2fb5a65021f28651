// Everything that is refused is a problem with a known code: bad parameters, hosts, sites, tokens, methods, and no Neo4j.
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Problem, type ProblemCode, problemCodes } from '../../model/problem.ts';
import { Gate } from '../../server/api/gate.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { type Served, serve, serveSample, testGraph } from './served.ts';

const TOKEN = 'a-token-of-some-length';
let served: Served;
let guarded: Served;
beforeAll(async () => {
  served = await serveSample();
  guarded = await serve(served.graph, {
    ENTENTE_TOKEN: TOKEN,
    ENTENTE_ALLOWED_HOSTS: 'atlas.example, b.example',
  });
});
afterAll(async () => {
  await guarded.stop();
  await served.stop();
});

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  from?: () => Served;
}

/** Asks as fetch cannot: with any Host header. */
function ask(path: string, { method = 'GET', headers = {}, from = () => served }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const url = new URL(from().url);
      const sent = request({ host: url.hostname, port: url.port, path, method, headers }, (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (piece) => {
          body += piece;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
      });
      sent.on('error', reject).end();
    },
  );
}

/** A problem, checked from all sides. */
async function told(path: string, code: ProblemCode, asked: Asked = {}): Promise<Problem> {
  const { status, headers, body } = await ask(path, asked);
  expect(headers['content-type']).toContain('application/problem+json');
  const parsed = Problem.parse(JSON.parse(body));
  expect([parsed.code, parsed.status, status]).toEqual([
    code,
    problemCodes[code].status,
    problemCodes[code].status,
  ]);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers.etag).toBeUndefined();
  return parsed;
}

async function problem(path: string, code: ProblemCode, asked: Asked = {}): Promise<void> {
  await told(path, code, asked);
}

describe('parameters', () => {
  test.each([
    ['threshold=101', 'threshold'],
    ['threshold=high', 'threshold'],
    ['threshold=1&threshold=2', 'threshold'],
    ['states=no/such', 'states'],
    ['on=2025-02-30', 'on'],
    ['on=2025-09-03&from=2025-01-01', 'on'],
    ['from=2025-09-03&until=2025-01-01', 'from'],
    ['commitment=8', 'commitment'],
    ['rule=average', 'rule'],
    ['sign=good', 'sign'],
    ['clock=wall', 'clock'],
    ['draw=claims', 'draw'],
    ['colour=red', 'colour'],
    ['origins=0', 'origins'],
    ['dataset=A%20B', 'dataset'],
    ['kind=memorandun', 'kind'],
    ['states=North%20Korea,CHN', 'states'],
  ])('%s', async (search, pointer) => {
    const { errors } = await told(`/api/questions/joint?${search}`, 'invalid-parameter');
    expect(errors?.map((e) => e.pointer)).toContain(pointer);
  });

  test('all of them at once', async () => {
    const { errors } = await told('/api/questions/joint?threshold=x&rule=y&nonsense=1', 'invalid-parameter');
    expect(errors?.map((e) => e.pointer).sort()).toEqual(['nonsense', 'rule', 'threshold']);
  });

  test.each(['/api/entities', '/api/entities?find=', '/api/entities?find=x&limit=0', '/api/datasets?x=1'])(
    '%s',
    (path) => problem(path, 'invalid-parameter'),
  );

  test('too many or too few states for a question', () =>
    problem('/api/questions/trilateral?states=CHN,RUS', 'invalid-parameter'));
  test('percent signs that mean nothing', () => problem('/api/entities/%E0%A4%A', 'invalid-parameter'));
});

test.each<[string, ProblemCode, string]>([
  ['/api/questions/joint?kind=summit,memorandun', 'invalid-parameter', 'did you mean "memorandum"?'],
  ['/api/entities/CHN/neighbours?kind=memorandun', 'invalid-parameter', 'did you mean "memorandum"?'],
  ['/api/questions/joint?nature=evnt', 'invalid-parameter', 'did you mean "event"?'],
  ['/api/questions/joint?modality=doen', 'invalid-parameter', 'did you mean "done"?'],
  ['/api/questions/joint?state=assertd', 'invalid-parameter', 'did you mean "asserted"?'],
  ['/api/questions/joint?states=North%20Korea,CHN', 'invalid-parameter', 'did you mean "PRK"?'],
  ['/api/questions/joint?states=China,RUS', 'unknown-entity', 'did you mean "CHN"?'],
  ['/api/questions/joint?states=China', 'unknown-entity', 'did you mean "CHN"?'],
  ['/api/entities/Russland', 'unknown-entity', 'did you mean "RUS"?'],
  ['/api/questions/trilatral', 'unknown-question', 'did you mean "trilateral"?'],
  ['/api/questions/joint?dataset=beijing-2024', 'unknown-dataset', 'did you mean "beijing-2025"?'],
])('%s: what was meant', async (path, code, hint) => {
  expect((await told(path, code)).detail).toContain(hint);
});

describe('what is not there', () => {
  test.each<[string, ProblemCode]>([
    ['/api/questions/nonsense', 'unknown-question'],
    ['/api/questions/..%2F..%2Fload%2Fclaims', 'unknown-format'],
    ['/api/questions/%2Fload%2Fclaims', 'unknown-question'],
    ['/api/questions/constructor', 'unknown-question'],
    ['/api/questions/joint.exe', 'unknown-format'],
    ['/api/questions/nonsense.csv', 'unknown-question'],
    ['/api/entities/QQQ', 'unknown-entity'],
    ['/api/entities/QQQ/neighbours', 'unknown-entity'],
    ['/api/claims/beijing-2025/no-such', 'unknown-claim'],
    ['/api/questions/joint?dataset=no-such', 'unknown-dataset'],
    ['/api/nothing', 'not-found'],
    ['/api', 'not-found'],
    ['/nothing', 'not-found'],
    ['/problems/nonsense', 'not-found'],
    ['/../../package.json', 'not-found'],
    ['/..%2f..%2fpackage.json', 'not-found'],
  ])('%s is %s', (path, code) => problem(path, code));
});

describe('methods and sites', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    await problem('/api/datasets', 'method-not-allowed', { method });
    const { headers } = await ask('/api/datasets', { method });
    expect(headers.allow).toBe('GET, HEAD');
  });
  test('on the page', () => problem('/', 'method-not-allowed', { method: 'POST' }));
  test('another site, by Fetch Metadata', () =>
    problem('/api/datasets', 'forbidden-origin', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    }));
  test('another site, by Origin', () =>
    problem('/api/datasets', 'forbidden-origin', {
      method: 'DELETE',
      headers: { Origin: 'https://evil.example' },
    }));
  test('a large body', () =>
    problem('/api/datasets', 'body-too-large', {
      method: 'POST',
      headers: { 'Content-Length': '199000000' },
    }));
});

describe('the address', () => {
  const long = (n: number) => `/api/entities?find=${'a'.repeat(n)}`;
  test.each([8001, 20_000, 60_000])('of %d characters is refused, not cut', (n) =>
    problem(long(n), 'url-too-long'),
  );
  test('of more than the server reads', async () => {
    expect((await ask(long(70_000))).status).toBe(414);
  });
});

describe('the host name', () => {
  test.each(['evil.example', 'evil.example:4680', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    '"%s" is refused',
    (host) => problem('/api/health', 'forbidden-host', { headers: { Host: host } }),
  );
  test.each(['localhost', 'LOCALHOST:4680', '127.0.0.1:4680', '[::1]:4680', '192.168.1.7'])(
    '"%s" is served',
    async (Host) => {
      expect((await ask('/api/health', { headers: { Host } })).status).toBe(200);
    },
  );
  test('the page is refused as well', () =>
    problem('/', 'forbidden-host', { headers: { Host: 'evil.example' } }));
  test('a name of ENTENTE_ALLOWED_HOSTS is served', async () => {
    const headers = { Host: 'atlas.example', Authorization: `Bearer ${TOKEN}` };
    expect((await ask('/api/health', { headers, from: () => guarded })).status).toBe(200);
  });
});

describe('the token', () => {
  const from = () => guarded;
  test.each(['', 'Bearer wrong', `Basic ${TOKEN}`, TOKEN])('"%s" is refused', (Authorization) =>
    problem('/api/datasets', 'token-required', { headers: { Authorization }, from }),
  );
  test('in the address is no token', () =>
    problem(`/api/datasets?token=${TOKEN}`, 'token-required', { from }));
  test('unknown addresses do not tell more', () => problem('/api/nothing', 'token-required', { from }));
  test('in the header opens', async () => {
    const answer = await ask('/api/datasets', { headers: { Authorization: `Bearer ${TOKEN}` }, from });
    expect(answer.status).toBe(200);
    expect(answer.headers.vary).toContain('Authorization');
  });
  test.each(['/api/openapi.json', '/api/docs'])('%s tells of the program alone and is open', async (path) => {
    expect((await ask(path, { from })).status).toBe(200);
  });
});

test('what a code means can be read', async () => {
  for (const code of Object.keys(problemCodes)) {
    const meaning = await ask(`/problems/${code}`, { headers: { Accept: 'application/json' } });
    expect(JSON.parse(meaning.body)).toMatchObject({ code });
  }
  const page = await ask('/problems/internal', { headers: { Accept: 'text/html' } });
  expect(page.headers['content-type']).toContain('text/html');
});

test('beyond the queue: too many requests', async () => {
  const narrow = await serve(served.graph, {}, { gate: new Gate(1, 1) });
  const all = await Promise.all(
    Array.from({ length: 12 }, () => ask('/api/questions/joint', { from: () => narrow })),
  );
  await narrow.stop();
  const refused = all.filter((a) => a.status === 429);
  expect(all.filter((a) => a.status === 200).length).toBeGreaterThanOrEqual(2);
  expect(refused.length).toBeGreaterThan(0);
  expect(Problem.parse(JSON.parse(refused[0]?.body ?? '')).code).toBe('too-many-requests');
  expect(refused[0]?.headers['retry-after']).toBe('1');
});

test('a bug is told without detail', async () => {
  const broken = { server: () => Promise.reject(new Error('secret detail')) } as unknown as Graph;
  const buggy = await serve(broken);
  const bug = await told('/api/health', 'internal', { from: () => buggy });
  await buggy.stop();
  expect(JSON.stringify(bug)).not.toContain('secret');
});

test('without Neo4j every question is a problem, and health says so', async () => {
  const wire = await cuttable();
  const graph = await testGraph(2, wire.uri);
  await wire.cut();
  const away = await serve(graph);
  const from = () => away;
  for (const path of ['/api/health', '/api/datasets', '/api/questions/joint'])
    await problem(path, 'graph-unavailable', { from });
  expect((await ask('/api/openapi.json', { from })).status).toBe(200);
  await away.stop();
  await graph.close();
}, 60_000);

/** A wire to the tests' Neo4j that can be cut. */
async function cuttable(): Promise<{ uri: string; cut(): Promise<void> }> {
  const to = new URL(inject('neo4j').uri);
  const open = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(wire, 'listening');
  return {
    uri: `bolt://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    async cut() {
      wire.close();
      for (const socket of open) socket.destroy();
      await once(wire, 'close');
    },
  };
}

test('a client that goes away leaves the server well', async () => {
  const { hostname, port } = new URL(served.url);
  for (let i = 0; i < 5; i += 1)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('GET /api/questions HTTP/1.1\r\nHost: localhost\r\n\r\n');
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 5 * i);
      });
    });
  expect((await ask('/api/health')).status).toBe(200);
});
