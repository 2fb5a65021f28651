// Backup and restore through the real graph: everything comes back, the same bytes; what is not whole restores nothing;
// what is there is replaced only where that is said.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { Manifest } from '../../model/archive.ts';
import type { Entry } from '../../model/entry.ts';
import { canonical } from '../../model/statement.ts';
import { backup } from '../../server/archive/backup.ts';
import { Archive } from '../../server/archive/open.ts';
import { restore } from '../../server/archive/restore.ts';
import { EntenteError } from '../../server/errors.ts';
import { query } from '../../server/graph/queries.ts';
import { datasets, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { keepViews, removeView, savedView, savedViews } from '../../server/views/store.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { dataset } from '../support/arbitrary.ts';
import { runEntente } from '../support/entente.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';
import { savedView as aView } from '../support/saved-view.ts';
import { empty } from '../support/store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-archive-'));
const at = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** The harbours with a statement that is superseded, and one in whose name it was. */
const superseded = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/harbours.yaml'),
  'utf8',
).replace(
  '        confidence: 55\n',
  '        confidence: 55\n        recordedAt: 2031-06-01\n        supersededAt: 2031-07-01\n        reason: graded anew\n',
);

const text = (content: string) => {
  async function* bytes() {
    yield Buffer.from(content);
  }
  return bytes();
};
const loadText = (name: string, content: string) =>
  load(graph, [{ path: name, bytes: text(content) }], { allowQuotesNotFound: true });

/**
 * A data set as generated tests have them: everything that the model can say, but for what the loader refuses: who did it
 * is not known of addressees alone, and nothing is superseded before it was recorded.
 */
const generated = fc.sample(dataset(vocabulary(), 'generated'), { seed: 7, numRuns: 20 });
const largest = generated
  .reduce((a, b) => (b.length > a.length ? b : a))
  .map((e): Entry => {
    if (e.type === 'claim') return { ...e, incomplete: true };
    if (e.type !== 'statement' || (e.supersededAt ?? '9') >= (e.recordedAt ?? '')) return e;
    const { supersededAt, ...rest } = e;
    return rest;
  });

async function bytesOf(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of backup(graph)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function membersOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const members = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Uint8Array[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Uint8Array);
    members.set(entry.fileName, Buffer.concat(pieces));
  }
  return members;
}

const manifestIn = (members: ReadonlyMap<string, Buffer>) =>
  Manifest.parse(JSON.parse(members.get('manifest.json')?.toString() ?? ''));

/** Every entry of the current loads with its hash: what is stored, whichever load it is of. */
async function stored(): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const { id, load: loadId } of await datasets(graph)) {
    const rows = await graph.read(query('load/hashes'), { load: loadId });
    all[id] = rows.map(canonical).sort();
  }
  const views = [];
  for (const { id } of await savedViews(graph)) views.push(await savedView(graph, id));
  return { all, views };
}

const loads = async () => Object.fromEntries((await datasets(graph)).map((d) => [d.id, d.load]));

async function fill(): Promise<void> {
  await onlySample(graph);
  await loadText('harbours.yaml', superseded);
  await loadText('generated.jsonl', largest.map((e) => JSON.stringify(e)).join('\n'));
  await keepViews(graph, [aView, { ...aView, id: 'another', title: 'Another', notes: undefined }]);
}

withGraph(prepareGraph);
afterAll(() => empty(graph));
let whole: Buffer;
let before: unknown;
beforeAll(async () => {
  await fill();
  whole = await bytesOf();
  before = await stored();
  writeFileSync(at('whole.zip'), whole);
});

async function fresh(): Promise<void> {
  await empty(graph);
  await prepareGraph(graph);
}

describe('everything', () => {
  test('is in the archive: superseded statements, entities that nobody names, notes and judgement', async () => {
    const members = await membersOf(whole);
    expect([...members.keys()]).toEqual([
      'data/beijing-2025.jsonl',
      'data/generated.jsonl',
      'data/harbours.jsonl',
      'views/another.json',
      'views/beijing-parade.json',
      'manifest.json',
    ]);
    const harbours = members.get('data/harbours.jsonl')?.toString() ?? '';
    expect(harbours).toContain('"reason":"graded anew"');
    expect(harbours.trim().split('\n')).toHaveLength(1 + 2 + 2 + 2 + 3);
    expect(JSON.parse(members.get('views/beijing-parade.json')?.toString() ?? '')).toEqual(aView);
    const lines = members.get('data/generated.jsonl')?.toString().trim().split('\n') ?? [];
    expect(lines).toHaveLength(largest.length);
    const manifest = manifestIn(members);
    for (const m of manifest.members) {
      const bytes = members.get(m.type === 'view' ? `views/${m.id}.json` : `data/${m.id}.jsonl`);
      expect(m).toMatchObject({
        bytes: bytes?.length,
        sha256: createHash('sha256')
          .update(bytes ?? '')
          .digest('hex'),
      });
    }
  });

  test('comes back into an empty graph, and its archive has the same bytes', async () => {
    await fresh();
    const done = await restore(graph, at('whole.zip'));
    expect(done.datasets.map((d) => [d.dataset, d.written])).toEqual([
      ['beijing-2025', true],
      ['generated', true],
      ['harbours', true],
    ]);
    expect(done.views).toEqual({ created: ['another', 'beijing-parade'], replaced: [], unchanged: [] });
    expect(await stored()).toEqual(before);
    expect((await bytesOf()).equals(whole)).toBe(true);
  });

  test('is unchanged where it is there already', async () => {
    const was = await loads();
    const done = await restore(graph, at('whole.zip'));
    expect(done.datasets.map((d) => d.written)).toEqual([false, false, false]);
    expect(done.views).toEqual({ created: [], replaced: [], unchanged: ['another', 'beijing-parade'] });
    expect(await loads()).toEqual(was);
  });
});

test('what is there and not the same is told, and replaced only where that is said; what is not in the archive stays', async () => {
  await loadText('harbours.yaml', superseded.replace('A visit to the harbour', 'A visit elsewhere'));
  await loadText('more.yaml', superseded.replaceAll('harbours', 'more'));
  await keepViews(graph, [
    { ...aView, title: 'Renamed' },
    { ...aView, id: 'third' },
  ]);
  await removeView(graph, 'another');
  const was = await stored();
  const refused = await restore(graph, at('whole.zip')).catch((error: unknown) => error);
  if (!(refused instanceof EntenteError)) throw new Error('it was not refused');
  expect(refused.code).toBe('would-replace');
  expect(refused.errors.map((e) => e.pointer)).toEqual(['data set harbours', 'saved view beijing-parade']);
  expect(refused.errors[0]?.detail).toContain('1 claims would change');
  expect(await stored()).toEqual(was);
  const dry = restore(graph, at('whole.zip'), { dryRun: true });
  await expect(dry).rejects.toMatchObject({ code: 'would-replace', errors: refused.errors });
  const told = await restore(graph, at('whole.zip'), { dryRun: true, replace: true });
  expect(told.views).toEqual({ created: ['another'], replaced: ['beijing-parade'], unchanged: [] });
  expect(await stored()).toEqual(was);
  const done = await restore(graph, at('whole.zip'), { replace: true });
  expect(done.besides).toEqual({ datasets: ['more'], views: ['third'] });
  await removeDataset(graph, 'more');
  await removeView(graph, 'third');
  expect((await bytesOf()).equals(whole)).toBe(true);
});

describe('data sets and views become current together, or not at all', () => {
  const changed = superseded.replace('A visit to the harbour', 'A visit elsewhere');
  async function otherwise(): Promise<unknown> {
    await fresh();
    await restore(graph, at('whole.zip'));
    await loadText('harbours.yaml', changed);
    await keepViews(graph, [{ ...aView, title: 'Renamed' }]);
    await removeView(graph, 'another');
    return stored();
  }

  test('where the graph refuses a view', async () => {
    const was = await otherwise();
    const strict = (text: string) => ({ ...query('views/list'), mode: 'write' as const, text });
    // Two views of one title break it: that of the archive and the one that is there.
    await keepViews(graph, [{ ...aView, id: 'third', title: 'Another' }]);
    const withThird = await stored();
    await graph.autoCommit(
      strict('CREATE CONSTRAINT test_titles FOR (v:SavedView) REQUIRE v.title IS UNIQUE'),
    );
    try {
      await expect(restore(graph, at('whole.zip'), { replace: true })).rejects.toThrow(/title/);
      expect(await stored()).toEqual(withThird);
    } finally {
      await graph.autoCommit(strict('DROP CONSTRAINT test_titles'));
    }
    await removeView(graph, 'third');
    expect(await stored()).toEqual(was);
    await restore(graph, at('whole.zip'), { replace: true });
    expect(await stored()).toEqual(before);
  });

  test('where it is killed while views are written', async () => {
    const was = await otherwise();
    const { uri, user, password } = inject('neo4j');
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    const session = driver.session();
    const holding = session.beginTransaction();
    try {
      // The view is written by somebody else just now: the restore gets as far as that and waits.
      await holding.run('MATCH (v:SavedView {id: $id}) SET v.title = "Held"', { id: aView.id });
      const killed = new AbortController();
      const restoring = runEntente(
        folder,
        ['restore', at('whole.zip'), '--replace'],
        { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
        killed.signal,
      );
      await vi.waitFor(
        async () => {
          const { records } = await driver.executeQuery(
            'SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH "Blocked" RETURN status',
          );
          expect(records).not.toEqual([]);
        },
        { timeout: 60_000, interval: 100 },
      );
      killed.abort();
      expect((await restoring).code).not.toBe(0);
    } finally {
      await holding.rollback();
      await session.close();
      await driver.close();
    }
    expect(await stored()).toEqual(was);
    await restore(graph, at('whole.zip'), { replace: true });
    expect(await stored()).toEqual(before);
  });
});

describe('an archive that is not whole restores nothing', () => {
  type Members = Map<string, Buffer>;
  const zipped = (members: Iterable<[string, Buffer]>): Promise<Buffer> => {
    const zip = new ZipFile();
    for (const [name, bytes] of members) zip.addBuffer(bytes, name);
    zip.end();
    return (async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of zip.outputStream) pieces.push(piece as Uint8Array);
      return Buffer.concat(pieces);
    })();
  };
  const harbours = 'data/harbours.jsonl';
  const changed = (name: string, change: (text: string) => string) => async (members: Members) => {
    const text = members.get(name)?.toString() ?? '';
    expect(change(text)).not.toBe(text);
    return zipped(new Map([...members, [name, Buffer.from(change(text))]]));
  };
  const inManifest = (change: (manifest: Manifest) => unknown) =>
    changed('manifest.json', (text) => {
      const manifest = Manifest.parse(JSON.parse(text));
      return JSON.stringify(change(manifest) ?? manifest);
    });

  test.each<[string, (members: Members) => Promise<Buffer>, RegExp]>([
    ['a word of a claim changed', changed(harbours, (t) => t.replace('harbour', 'harbors')), /SHA-256|bytes/],
    ['a letter changed', changed(harbours, (t) => t.replace('visit', 'visiT')), /its SHA-256 is/],
    ['a member that is too long', changed(harbours, (t) => `${t}{"type":"claim"}\n`), /has more than/],
    ['a member that is too short', changed(harbours, (t) => t.slice(0, -2)), /bytes, not/],
    [
      'a member that is missing',
      (members) => zipped([...members].filter(([name]) => name !== harbours)),
      /data\/harbours\.jsonl: it is missing/,
    ],
    [
      'a member too many',
      (members) => zipped([...members, ['data/more.jsonl', Buffer.from('{}')]]),
      /not in its manifest/,
    ],
    [
      'a count that is another',
      inManifest((m) => {
        for (const member of m.members) if (member.type === 'dataset') member.entries.claim += 1;
      }),
      /entries of type claim, not/,
    ],
    ['no manifest', (members) => zipped([...members].slice(0, -1)), /no backup of Entente/],
    [
      'a manifest of a newer version',
      inManifest((m) => ({ ...m, version: 2, program: 'Entente 9.0.0', more: [] })),
      /of version 2, written by Entente 9\.0\.0; this program reads version 1/,
    ],
    ['a manifest that is no JSON', changed('manifest.json', (t) => t.slice(1)), /manifest\.json/],
    [
      'a manifest that leads elsewhere',
      inManifest((m) => ({ ...m, members: [{ ...m.members[0], id: '../../x' }] })),
      /data set id/,
    ],
    ['its end cut off', async () => whole.subarray(0, whole.length - 40), /not a zip archive/],
    ['text', async () => Buffer.from('dataset: { id: x }'), /not a zip archive/],
    [
      'its bytes damaged in the middle',
      async () => {
        const damaged = Buffer.from(whole);
        damaged.fill(0x55, 2000, 2010);
        return damaged;
      },
      /data\//,
    ],
  ])('%s', async (_, make, why) => {
    await fresh();
    const file = at('broken.zip');
    writeFileSync(file, await make(await membersOf(whole)));
    const refused = await restore(graph, file, { replace: true }).catch((error: unknown) => error);
    if (!(refused instanceof EntenteError)) throw new Error(`not refused, or by a bug: ${String(refused)}`);
    expect(refused.code).toBe('invalid-archive');
    expect(refused.errors.map((e) => [e.file, e.pointer, e.detail].join(': ')).join('\n')).toMatch(why);
    expect(await stored()).toEqual({ all: {}, views: [] });
  });

  test('whichever byte of it is another: it is refused, or says the same', async () => {
    await fresh();
    const whats: string[] = [];
    const places = fc.sample(fc.integer({ min: 0, max: whole.length - 1 }), { seed: 11, numRuns: 150 });
    for (const place of [...places, ...Array.from({ length: 120 }, (_, i) => whole.length - 1 - i * 4)]) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 0x20;
      writeFileSync(at('byte.zip'), damaged);
      try {
        const archive = await Archive.open(at('byte.zip'));
        archive.close();
        // Only what a zip says beside its members (a time, a mode) can be another.
        expect(archive.manifest).toEqual(manifestIn(await membersOf(whole)));
        whats.push('same');
      } catch (error) {
        if (!(error instanceof EntenteError)) throw error;
        expect([place, error.code]).toEqual([place, 'invalid-archive']);
        whats.push('refused');
      }
    }
    expect(whats.filter((w) => w === 'refused').length).toBeGreaterThan(150);
  });

  test('a member that says it is small and unpacks to much is read no further than it says', async () => {
    const members = await membersOf(whole);
    const zip = new ZipFile();
    const bomb = Buffer.alloc(200_000_000, 0x20);
    for (const [name, bytes] of members) zip.addBuffer(name === harbours ? bomb : bytes, name);
    zip.end();
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Uint8Array);
    writeFileSync(at('bomb.zip'), Buffer.concat(pieces));
    const rss = process.memoryUsage().rss;
    await expect(restore(graph, at('bomb.zip'))).rejects.toMatchObject({ code: 'invalid-archive' });
    expect(process.memoryUsage().rss - rss).toBeLessThan(150_000_000);
  });
});

test('the command line: backup, a dry run, and restore', async () => {
  const { uri, user, password } = inject('neo4j');
  const entente = (...args: string[]) =>
    runEntente(folder, args, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  await fresh();
  const dry = await entente('restore', at('whole.zip'), '--dry-run');
  expect([dry.code, dry.out]).toEqual([
    0,
    expect.stringContaining('harbours: would be restored; claims 2 new'),
  ]);
  expect(await loads()).toEqual({});
  const done = await entente('restore', at('whole.zip'));
  expect([done.code, done.out]).toEqual([
    0,
    expect.stringContaining('views restored: another, beijing-parade'),
  ]);
  const again = await entente('backup', at('again.zip'));
  expect([again.code, again.err]).toEqual([0, '']);
  expect(again.out).toMatch(/harbours: 2 claims, 3 statements\n3 data sets and 2 views in .*again\.zip\n/);
  expect(readFileSync(at('again.zip')).equals(whole)).toBe(true);
  await keepViews(graph, [{ ...aView, title: 'Renamed' }]);
  const dryRefused = await entente('restore', at('whole.zip'), '--dry-run');
  expect([dryRefused.code, dryRefused.err]).toEqual([1, expect.stringContaining('--replace')]);
  const refused = await entente('restore', at('whole.zip'));
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('saved view beijing-parade')]);
  const missing = await entente('restore', at('nowhere.zip'));
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('there is no such file')]);
});
