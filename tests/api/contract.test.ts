// Every route answers what its schema and the OpenAPI document say, and carries what a cache and a client need.
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Answer } from '../../model/answer.ts';
import { Datasets } from '../../model/api.ts';
import { documentedPath } from '../../server/api/openapi.ts';
import type { Route } from '../../server/api/route.ts';
import { routes } from '../../server/api/routes.ts';
import { written } from '../../server/export/write.ts';
import { viewText } from '../../server/views/file.ts';
import { savedView } from '../support/saved-view.ts';
import { type Served, serve, serveSample } from './served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSample();
  await fetch(`${served.url}/api/views/parade`, drafted);
});
afterAll(() => served.stop());

/** A view that is kept from the beginning on. */
const drafted = {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ title: 'Parade', address: 'q=joint&states=CHN,RUS,PRK', places: {} }),
};

/** One good address for each path: a route that is missing here fails the test below. */
const addresses: Record<string, string[]> = {
  '/api/questions': ['/api/questions', '/api/questions?states=CHN,RUS,PRK&threshold=50'],
  '/api/questions/:id': [
    '/api/questions/trilateral?states=CHN,RUS,PRK',
    '/api/questions/pairs?unknown=0&rule=lowest',
    '/api/questions/hub-and-spoke?commitment=2&sign=plus',
    '/api/questions/paths?states=CHN,PRK&length=2',
    '/api/questions/paths?states=person:xi-jinping,JPN&threshold=30',
    '/api/questions/changes?since=2025-09-02&on=2025-09-03',
    '/api/questions/changes?knew=2020-01-01&clock=held&states=CHN,RUS',
    '/api/questions/bloc?states=CHN,RUS,PRK&threshold=20',
    '/api/questions/around?states=CHN&on=2025-09-03&known=2026-01-01',
  ],
  '/api/questions/:id.:format': written.flatMap((f) =>
    f.forms.map((form) => `/api/questions/joint.${f.id}?states=CHN,RUS,PRK&form=${form}&marking=TLP:GREEN`),
  ),
  '/api/questions/:id/leaves': [
    '/api/questions/joint/leaves?states=CHN,RUS,PRK',
    '/api/questions/bilateral/leaves?states=CHN,RUS&part=drawn&hide=sign:minus&degree=2',
    '/api/questions/around/leaves?part=selected&sel=state:CHN,state:PRK&marking=TLP:CLEAR',
  ],
  '/api/entities': [
    '/api/entities?find=chna',
    '/api/entities?find=%2B(AND%20%22~*',
    '/api/entities?find=xi&limit=3',
  ],
  '/api/entities/:id': [
    '/api/entities/state:CHN',
    '/api/entities/CHN',
    '/api/entities/person:xi-jinping?threshold=60',
  ],
  '/api/entities/:id/neighbours': [
    '/api/entities/CHN/neighbours',
    '/api/entities/CHN/neighbours?kind=bilateral-ties',
  ],
  '/api/claims/*id': [
    '/api/claims/beijing-2025/joint-appearance',
    '/api/claims/beijing-2025%2Fcoordinated-bloc?threshold=50',
  ],
  '/api/datasets': ['/api/datasets'],
  '/api/imports': ['/api/imports?name=harbours.yaml&dry=1', '/api/imports?name=harbours.yaml'],
  '/api/imports/recognise': ['/api/imports/recognise?name=harbours.yaml'],
  '/api/imports/sample': ['/api/imports/sample', '/api/imports/sample?dry=1'],
  '/api/imports/take-back': ['/api/imports/take-back?load=LOAD'],
  '/api/views': ['/api/views'],
  '/api/views/:id': ['/api/views/parade'],
  '/api/views/:id/changes': ['/api/views/parade/changes'],
  '/api/views/:id/brief': ['/api/views/parade/brief', '/api/views/parade/brief?as=brief-html'],
  '/api/views/:id/file': ['/api/views/parade/file', '/api/views/parade/file?as=json'],
  '/api/times': ['/api/times', '/api/times?states=CHN,RUS,PRK&dataset=beijing-2025'],
  '/api/info': ['/api/info'],
  '/api/health': ['/api/health'],
  '/api/openapi.json': ['/api/openapi.json'],
  '/api/docs': ['/api/docs'],
};

const cases = routes.flatMap((route) =>
  (addresses[route.path] ?? []).map((address) => [address, route] as const),
);

test('every route has an address here', () => {
  expect(Object.keys(addresses).sort()).toEqual([...new Set(routes.map((r) => r.path))].sort());
});

/** What is sent to a route that takes a body. */
const bodies: Record<string, string> = {
  '/api/imports': readFileSync(path.resolve(import.meta.dirname, '../fixtures/harbours.yaml'), 'utf8'),
  '/api/views': viewText(savedView, 'yaml'),
};
bodies['/api/imports/recognise'] = bodies['/api/imports'] ?? '';

async function asked(address: string, route: Route): Promise<Response> {
  if (route.method === 'get') return fetch(served.url + address);
  if (route.method === 'put') return fetch(served.url + address, drafted);
  if (route.method === 'delete') return fetch(served.url + address, { method: 'DELETE' });
  const { datasets } = Datasets.parse(await (await fetch(`${served.url}/api/datasets`)).json());
  const load = datasets.find((d) => d.id === 'harbours')?.load ?? '';
  return fetch(served.url + address.replace('LOAD', encodeURIComponent(load)), {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bodies[route.path] ?? '',
  });
}

describe.each(cases)('%s', (address, route) => {
  test('answers by its schema', async () => {
    const answer = await asked(address, route);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]+$/);
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    if (route.answer === null) {
      expect(route.mediaTypes).toContain(type);
      expect((await answer.text()).length).toBeGreaterThan(0);
    } else {
      expect(type).toBe('application/json');
      const parsed = route.answer.safeParse(await answer.json());
      expect(parsed.error?.issues ?? []).toEqual([]);
    }
  });

  if (route.method !== 'get') return;

  test('answers HEAD with the same headers and no body', async () => {
    const answer = await fetch(served.url + address, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-type')).not.toBeNull();
  });

  test('is answered with 304 where nothing changed', async () => {
    const first = await fetch(served.url + address);
    await first.text();
    const etag = first.headers.get('etag');
    if (route.dependsOn === 'moment') {
      expect(etag).toBeNull();
      expect(first.headers.get('cache-control')).toBe('no-store');
      return;
    }
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    const again = await fetch(served.url + address, { headers: { 'If-None-Match': etag ?? '' } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });
});

test('the same address gives the same ETag, another one another', async () => {
  const etag = async (address: string) =>
    (await fetch(served.url + address, { method: 'HEAD' })).headers.get('etag');
  expect(await etag('/api/datasets')).toBe(await etag('/api/datasets'));
  expect(await etag('/api/questions/joint?threshold=1')).not.toBe(
    await etag('/api/questions/joint?threshold=2'),
  );
});

test('a question and its ETag come of one reading of the current loads', async () => {
  const ask = (headers = {}) => fetch(`${served.url}/api/questions/joint?threshold=3`, { headers });
  const first = await ask();
  await first.text();
  const alone = vi.spyOn(served.graph, 'read');
  await (await ask()).text();
  expect(alone.mock.calls.map(([query]) => query.name)).toEqual(['fetch/loads']);
  alone.mockClear();
  await ask({ 'If-None-Match': first.headers.get('etag') ?? '' });
  expect(alone.mock.calls.map(([query]) => query.name)).toEqual(['fetch/loads']);
  alone.mockRestore();
});

test('long answers are compressed, but for who asks on the same machine', async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${served.url}/api/info`, { headers: { 'Accept-Encoding': 'gzip', ...headers } });
  for (const through of ['X-Forwarded-For', 'Forwarded', 'Via']) {
    const answer = await ask({ [through]: 'for=192.0.2.1' });
    expect(answer.headers.get('content-encoding'), through).toBe('gzip');
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    expect(await answer.json()).toEqual(await (await ask({})).json());
  }
  expect((await ask({})).headers.get('content-encoding')).toBeNull();
});

test('the first page of an answer counts all of it', async () => {
  const ask = async (limit: string) => {
    const answer = await fetch(`${served.url}/api/questions/joint?states=CHN,RUS,PRK${limit}`);
    return { status: answer.status, body: await answer.json() };
  };
  const all = Answer.parse((await ask('')).body);
  const first = Answer.parse((await ask('&limit=2')).body);
  expect(first.claims.map((c) => c.claim.id)).toEqual(all.claims.slice(0, 2).map((c) => c.claim.id));
  expect(first.count).toEqual(all.count);
  expect(first.truncated).toEqual({ shown: 2, of: all.claims.length });
  const counted = Answer.parse((await ask('&limit=0')).body);
  expect(counted.claims).toEqual([]);
  expect(counted.count).toEqual(all.count);
  const refused = await ask('&limit=5001');
  expect(refused.status).toBe(400);
  expect(refused.body.errors).toEqual([
    { pointer: 'limit', detail: 'limit is a whole number from 0 to 5000' },
  ]);
});

test("the page's files are sent compressed, and kept for good where their name has a hash", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-page-'));
  await mkdir(path.join(folder, 'assets'));
  const script = 'export const words = "the same words again and again";\n'.repeat(100);
  await writeFile(path.join(folder, 'assets', 'index-Ab12.js'), script);
  await writeFile(path.join(folder, 'index.html'), `<!doctype html><title>Page</title>${' '.repeat(2000)}`);
  const page = await serve(served.graph, {}, { client: folder });
  const get = (at: string, encoding: string) =>
    fetch(page.url + at, { headers: { 'Accept-Encoding': encoding } });
  for (const encoding of ['gzip', 'br']) {
    const answer = await get('/assets/index-Ab12.js', encoding);
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe(script);
    const index = await get('/', encoding);
    expect(index.headers.get('content-encoding')).toBe(encoding);
    expect(index.headers.get('cache-control')).toBe('no-cache');
  }
  await page.stop();
  // What was compressed with the page is sent as it lies there: no work for each visit.
  await writeFile(path.join(folder, 'assets', 'index-Ab12.js.br'), brotliCompressSync('of the build'));
  const built = await serve(served.graph, {}, { client: folder });
  const lying = await fetch(`${built.url}/assets/index-Ab12.js`, { headers: { 'Accept-Encoding': 'br' } });
  expect(await lying.text()).toBe('of the build');
  expect(lying.headers.get('content-type')).toContain('javascript');
  expect(lying.headers.get('vary')).toContain('Accept-Encoding');
  expect(lying.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  await built.stop();
  await rm(folder, { recursive: true });
});

test('a file has a name that says what is in it', async () => {
  const answer = await fetch(`${served.url}/api/questions/trilateral.csv?states=CHN,RUS,PRK&threshold=50`);
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="entente-trilateral-CHN-RUS-PRK-50.csv"',
  );
});

test('a given request id is kept, a strange one is not', async () => {
  const idOf = async (id: string) =>
    (await fetch(`${served.url}/api/health`, { headers: { 'X-Request-Id': id } })).headers.get(
      'x-request-id',
    );
  expect(await idOf('abc-123')).toBe('abc-123');
  expect(await idOf('a b"c')).not.toBe('a b"c');
});

test('the OpenAPI document is valid and has every route', async () => {
  const document = (await (await fetch(`${served.url}/api/openapi.json`)).json()) as { paths: object };
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(Object.keys(document.paths).sort()).toEqual([...new Set(routes.map(documentedPath))].sort());
});

test('the page of the API names every address', async () => {
  const text = await (await fetch(`${served.url}/api/docs`)).text();
  for (const route of routes) expect(text).toContain(documentedPath(route));
  expect(text).not.toContain('<script');
});

test('no page may run a script that is written into it', async () => {
  const answer = await fetch(`${served.url}/api/docs`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});
