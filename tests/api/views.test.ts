// Saved views by the API and the command line: kept, listed, replaced only where that is said, told what changed since,
// written to files and read again; and nobody else's page keeps any.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Problem, type ProblemCode, problemCodes } from '../../model/problem.ts';
import { SavedView, ViewChanges, type ViewDraft, Views } from '../../model/saved-view.ts';
import { load } from '../../server/load/load.ts';
import { parseView, viewText } from '../../server/views/file.ts';
import { runEntente } from '../support/entente.ts';
import { onlySample } from '../support/sample.ts';
import { savedView } from '../support/saved-view.ts';
import { type Served, serve, serveSample, testEnvironment } from './served.ts';

const sample = readFileSync(path.resolve(import.meta.dirname, '../../data/beijing-2025.yaml'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'entente-views-'));
let served: Served;
beforeAll(async () => {
  served = await serveSample();
});
beforeEach(() => onlySample(served.graph));
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

const draft: ViewDraft = {
  title: savedView.title,
  address: 'q=trilateral&states=CHN,RUS,PRK',
  places: savedView.places,
  notes: savedView.notes,
  judgement: savedView.judgement,
  thumbnail: savedView.thumbnail,
};

const json = { 'Content-Type': 'application/json' };
const send = (
  method: string,
  at: string,
  body?: unknown,
  headers: Record<string, string> = json,
  to = served,
) => fetch(to.url + at, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

const get = async (at: string) => (await fetch(served.url + at)).json();

async function refused(code: ProblemCode, asking: Promise<Response>): Promise<Problem> {
  const answer = await asking;
  const problem = Problem.parse(await answer.json());
  expect([problem.code, answer.status]).toEqual([code, problemCodes[code].status]);
  return problem;
}

async function put(id: string, body: unknown = draft): Promise<SavedView> {
  const answer = await send('PUT', `/api/views/${id}`, body);
  const told = await answer.json();
  expect([answer.status, told]).toEqual([200, expect.anything()]);
  return SavedView.parse(told);
}

const listed = async () => Views.parse(await get('/api/views')).views.map((v) => v.id);
const changes = async (id: string) => ViewChanges.parse(await get(`/api/views/${id}/changes`));

describe('a view', () => {
  test('is kept with what it was made on, and comes back as it was sent', async () => {
    const kept = await put('parade');
    const { made, type, id, created, changed, ...rest } = SavedView.parse(await get('/api/views/parade'));
    expect(rest).toEqual(draft);
    expect([type, id, created]).toEqual(['view', 'parade', changed]);
    expect(made).toEqual(kept.made);
    expect(Object.keys(made.loads)).toEqual(['beijing-2025']);
    expect(made.of).toBe(10);
    expect(Object.keys(made.claims)).toHaveLength(10);
    expect(made.claims['beijing-2025/joint-appearance']).toMatchObject({
      state: 'asserted',
      for: 70,
      against: null,
      stands: true,
    });
    const [only] = Views.parse(await get('/api/views')).views;
    expect(only).toEqual({ type, id, created, changed, ...rest, made: { loads: made.loads, of: 10 } });
  });

  test('is replaced by another of its id, unless it is said to be new; what it was made on stays where that is said', async () => {
    const first = await put('parade', { ...draft, address: 'q=joint&states=CHN,RUS,PRK' });
    await refused('view-exists', send('PUT', '/api/views/parade?fresh=1', draft));
    const renamed = await put('parade', { ...draft, title: 'Another name', made: first.made });
    expect([renamed.title, renamed.made, renamed.created]).toEqual([
      'Another name',
      first.made,
      first.created,
    ]);
    const again = await put('parade', draft);
    expect(again.made.of).not.toBe(first.made.of);
    expect(await listed()).toEqual(['parade']);
  });

  test('of two that are new at once under one id, one is kept', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send('PUT', '/api/views/parade?fresh=1', draft)),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
  });

  test('is removed once', async () => {
    await put('parade');
    expect(await (await send('DELETE', '/api/views/parade')).json()).toEqual({
      detail: 'The saved view parade is removed.',
    });
    expect(await listed()).toEqual([]);
    const problem = await refused('unknown-view', send('DELETE', '/api/views/parade'));
    expect(problem.detail).toContain('there are none');
    await put('parade');
    const near = await refused('unknown-view', fetch(`${served.url}/api/views/prade`));
    expect(near.detail).toContain('parade');
  });

  test('is refused with every field that is wrong', async () => {
    const problem = await refused(
      'invalid-body',
      send('PUT', '/api/views/parade', {
        ...draft,
        title: ' ',
        address: 'threshold=400&kind=sumit',
        judgement: { ...draft.judgement, likelihood: 'probably' },
      }),
    );
    expect(problem.errors?.map((e) => e.pointer)).toEqual(['/title', '/address', '/judgement/likelihood']);
    const kind = await refused(
      'invalid-body',
      send('PUT', '/api/views/parade', { ...draft, address: 'kind=sumit' }),
    );
    expect(kind.errors?.[0]?.detail).toContain('there is no kind "sumit"');
    await refused(
      'invalid-body',
      fetch(`${served.url}/api/views/p`, { method: 'PUT', headers: json, body: '{' }),
    );
    await refused('invalid-parameter', send('PUT', '/api/views/Parade', draft));
    await refused(
      'unsupported-media-type',
      send('PUT', '/api/views/parade', draft, { 'Content-Type': 'text/plain' }),
    );
    await refused('unknown-dataset', send('PUT', '/api/views/parade', { ...draft, address: 'dataset=no' }));
    expect(await listed()).toEqual([]);
  });

  test('of a question that does not take these states keeps what is around them, as the page shows it', async () => {
    const { made } = await put('two', { ...draft, address: 'q=trilateral&states=CHN,RUS' });
    const around = await put('around', { ...draft, address: 'states=CHN,RUS' });
    expect(made.claims).toEqual(around.made.claims);
  });
});

describe('who may change views', () => {
  test('not another site, not who lacks the token, nobody where others reach the server without one', async () => {
    await put('parade');
    for (const [method, at] of [
      ['PUT', '/api/views/parade'],
      ['DELETE', '/api/views/parade'],
      ['POST', '/api/views?replace=1'],
    ] as const) {
      const body = method === 'DELETE' ? undefined : draft;
      await refused('forbidden-origin', send(method, at, body, { ...json, Origin: 'https://example.org' }));
      await refused('forbidden-origin', send(method, at, body, { ...json, 'Sec-Fetch-Site': 'cross-site' }));
      const open = await serve(served.graph, { ENTENTE_ALLOWED_HOSTS: 'entente.example.org' });
      await refused('imports-off', send(method, at, body, json, open));
      await open.stop();
      const token = await serve(served.graph, { ENTENTE_TOKEN: 'a-token-of-some-length' });
      await refused('token-required', send(method, at, body, json, token));
      await token.stop();
    }
    expect(SavedView.parse(await get('/api/views/parade')).title).toBe(draft.title);
  });

  test('an address tells which methods it takes', async () => {
    const answer = await send('PATCH', '/api/views/parade', draft);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PUT, DELETE');
    expect(Problem.parse(await answer.json()).detail).toContain('GET, HEAD, PUT and DELETE are');
  });
});

describe('what changed since', () => {
  /** Loads the shipped case changed. */
  const reload = (change: (text: string) => string) => {
    const changed = change(sample);
    expect(changed).not.toBe(sample);
    async function* bytes() {
      yield Buffer.from(changed);
    }
    return load(served.graph, [{ path: 'beijing-2025.yaml', bytes: bytes() }], { allowQuotesNotFound: true });
  };

  test('nothing, where nothing is loaded anew', async () => {
    await put('parade');
    expect(await changes('parade')).toEqual({
      view: 'parade',
      datasets: [],
      changes: [],
      compared: 10,
      of: 10,
    });
  });

  test('nothing but the load, where the same claims are loaded with another title of the data set', async () => {
    const { made } = await put('parade');
    await reload((text) => text.replace(/^( {2}title: ).*$/m, '$1Another title'));
    const since = await changes('parade');
    expect(since.changes).toEqual([]);
    expect(since.datasets).toMatchObject([{ dataset: 'beijing-2025', before: made.loads['beijing-2025'] }]);
    expect(since.datasets[0]?.now).not.toBe(since.datasets[0]?.before);
  });

  test('claim by claim: what is gone, rewritten, new to the answer, and judged otherwise', async () => {
    const { made } = await put('parade');
    const id = 'beijing-2025/joint-appearance';
    const then = made.claims[id];
    await put('other', {
      ...draft,
      made: {
        ...made,
        claims: {
          ...Object.fromEntries(
            Object.entries(made.claims).filter(([c]) => c !== 'beijing-2025/coordinated-bloc'),
          ),
          [id]: { ...then, state: 'contested', for: 90, against: 10, hash: 'another' },
          'beijing-2025/never-was': then,
          'beijing-2025/personnel-to-russia': then,
        },
        of: 11,
      },
    });
    const since = await changes('other');
    const byClaim = Object.fromEntries(
      since.changes.map((c) => [c.claim.slice('beijing-2025/'.length), c.what]),
    );
    expect(byClaim).toEqual({
      'joint-appearance': ['turned', 'lowered', 'ungraded', 'rewritten'],
      'coordinated-bloc': ['new'],
      'never-was': ['gone'],
      'personnel-to-russia': ['left'],
    });
    const told = since.changes.find((c) => c.claim === id);
    expect(told).toMatchObject({ before: { for: 90, against: 10 }, now: { for: 70, against: null } });
    expect(told?.title).toContain('appear');
    expect(since.changes.find((c) => c.what[0] === 'gone')?.title).toBeNull();
  });

  test('all is gone, where its data set is, and the view opens still', async () => {
    await put('parade', { ...draft, address: `${draft.address}&dataset=beijing-2025` });
    const { datasets } = await get('/api/datasets');
    await fetch(`${served.url}/api/imports/take-back?load=${encodeURIComponent(datasets[0].load)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    const since = await changes('parade');
    expect(since.datasets).toMatchObject([{ dataset: 'beijing-2025', now: null }]);
    expect(new Set(since.changes.map((c) => c.what.join()))).toEqual(new Set(['gone']));
    expect(since.changes).toHaveLength(10);
  });

  test('of an answer that was not kept whole, not which claims are new', async () => {
    const { made } = await put('parade');
    const [first] = Object.entries(made.claims);
    await put('part', {
      ...draft,
      made: { ...made, claims: Object.fromEntries(first === undefined ? [] : [first]) },
    });
    expect(await changes('part')).toMatchObject({ changes: [], compared: 1, of: 10 });
  });
});

describe('files', () => {
  test('the API and the command line write the same bytes, and read them again', async () => {
    await put('parade');
    const kept = SavedView.parse(await get('/api/views/parade'));
    for (const as of ['yaml', 'json'] as const) {
      const answer = await fetch(`${served.url}/api/views/parade/file?as=${as}`);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="parade.${as}"`);
      const text = await answer.text();
      expect(parseView(text, 'file')).toEqual(kept);
      const file = path.join(folder, `parade.${as}`);
      const { code, err } = await entente('views', 'export', 'parade', '-o', file);
      expect([code, err]).toEqual([0, '']);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test('a file is imported as it is, and in place of another only where that is said', async () => {
    const file = path.join(folder, 'view.yaml');
    writeFileSync(file, viewText(savedView, 'yaml'));
    const imported = await entente('views', 'import', file);
    expect([imported.code, imported.out]).toEqual([0, '1 view kept: beijing-parade\n']);
    expect(SavedView.parse(await get('/api/views/beijing-parade'))).toEqual(savedView);
    const again = await entente('views', 'import', file);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('"beijing-parade" already')]);
    const body = viewText({ ...savedView, title: 'By the API' }, 'json');
    const sent = (at: string) =>
      fetch(served.url + at, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body,
      });
    await refused('view-exists', sent('/api/views?name=x.json'));
    expect((await sent('/api/views?name=x.json&replace=1')).status).toBe(200);
    expect(SavedView.parse(await get('/api/views/beijing-parade')).title).toBe('By the API');
  });

  test('of several files one that is wrong stops all of them, with its line', async () => {
    const good = path.join(folder, 'good.yaml');
    const bad = path.join(folder, 'bad.yaml');
    writeFileSync(good, viewText(savedView, 'yaml'));
    writeFileSync(
      bad,
      viewText({ ...savedView, id: 'bad' }, 'yaml').replace('dated: 2025-09-10', 'dated: soon'),
    );
    const { code, err } = await entente('views', 'import', good, bad);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.yaml:\d+: \/judgement\/dated: .*write a day as 2025-09-03/);
    expect(await listed()).toEqual([]);
  });

  test('a brief has the words of the analyst, apart from what is computed', async () => {
    await put('parade');
    const answer = await fetch(`${served.url}/api/views/parade/brief`);
    expect(answer.headers.get('content-type')).toContain('text/markdown');
    const text = await answer.text();
    expect(text.split('\n')[0]).toBe(`# ${savedView.title}`);
    for (const words of [savedView.judgement?.text, 'likely', savedView.judgement?.because, 'A. Analyst'])
      expect(text.indexOf(words ?? '?')).toBeGreaterThan(0);
    expect(text.indexOf(savedView.judgement?.text ?? '?')).toBeLessThan(text.indexOf('## Evidence'));
    expect((await entente('views', 'brief', 'parade')).out).toBe(text);
  });

  test('the command line lists, and tells what changed', async () => {
    await put('parade');
    expect((await entente('views')).out).toMatch(
      /VIEW\s+TITLE.*\nparade\s+Beijing parade: 2025\s+10\s+beijing-2025/,
    );
    expect((await entente('views', 'changes', 'parade')).out).toBe('0 claims changed since.\n');
  });

  test('the command line duplicates and removes', async () => {
    await put('parade');
    const untitled = await entente('views', 'duplicate', 'parade', '');
    expect([untitled.code, untitled.err]).toEqual([1, expect.stringContaining('title')]);
    expect((await entente('views', 'duplicate', 'parade', 'Second look')).out).toContain('second-look');
    expect(await listed()).toEqual(['parade', 'second-look']);
    expect((await entente('views', 'remove', 'parade')).out).toBe('The saved view parade is removed.\n');
    expect(await listed()).toEqual(['second-look']);
  });
});

const entente = (...args: string[]) => runEntente(folder, args, testEnvironment());
