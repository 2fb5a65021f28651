// Loading: what is written, what a report says of it, and how it is undone.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import { MissingError, RefusedError } from '../../server/errors.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { cleanUp, datasets, removeDataset, takeBack } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { reportText } from '../../server/load/report.ts';
import { loadVocabulary } from '../../server/load/vocabulary.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { connect } from '../support/graph.ts';
import { changed, file, fixtures, harbours, size, testQuery } from './harbours.ts';

let graph: Graph;
let empty: unknown;
beforeAll(async () => {
  graph = await connect();
  await prepareGraph(graph);
  await cleanUp(graph, 0);
  await graph.write(testQuery("MERGE (:Dataset {id: 'harbours'})"));
});
beforeEach(async () => {
  empty = await size(graph);
});
afterEach(async () => {
  await removeDataset(graph, 'harbours').catch(() => {});
  await cleanUp(graph, 0);
  expect(await size(graph)).toEqual(empty);
});
afterAll(async () => {
  await graph.write(testQuery("MATCH (d:Dataset {id: 'harbours'}) DETACH DELETE d"));
  await graph.close();
});

const zero = { created: 0, changed: 0, removed: 0, unchanged: 0 };

/** Loads a text as the data set, and gives the report of it. */
async function loaded(text = harbours, options = {}) {
  const report = await load(graph, [file(text)], options);
  const [first] = report.datasets;
  if (first === undefined) throw new Error('no data set was loaded');
  return first;
}

/** The data set as a reader sees it. */
async function seen() {
  const lens = { ...defaultLens, datasets: ['harbours'] };
  return ask(graph, { question: 'around', filters: noFilters, lens });
}

/** The confidence of the statement of the report, as a reader sees it. */
const confidence = async () =>
  (await seen()).claims
    .find((c) => c.claim.id === 'harbours/visit')
    ?.statements.find((s) => s.stance === 'asserts')?.confidence;

describe('a first load', () => {
  test('writes what the file says', async () => {
    const report = await loaded(harbours, { texts: fixtures });
    expect(report.counts).toEqual({
      dataset: { ...zero, created: 1 },
      source: { ...zero, created: 2 },
      entity: { ...zero, created: 2 },
      claim: { ...zero, created: 2 },
      statement: { ...zero, created: 3 },
    });
    expect(report.quotes).toEqual({ 'verbatim-normalised': 1, 'text-not-held': 1 });
    const answer = await seen();
    const visit = answer.claims.find((c) => c.claim.id === 'harbours/visit');
    expect(visit?.claim.parties).toEqual([
      { entity: 'state:PRK', role: 'visitor', by: 'person:an-envoy' },
      { entity: 'state:RUS', role: 'host' },
      { entity: 'place:a-harbour', role: 'venue' },
    ]);
    expect(visit).toMatchObject({ state: 'contested', for: 55, against: 85, commitment: 2, sign: '+' });
    expect(visit?.statements[1]).toMatchObject({
      confidence: 85,
      word: 'High',
      scale: 'stix-none-low-med-high',
    });
    const paper = answer.claims.find((c) => c.claim.id === 'harbours/paper');
    expect(paper?.claim).toMatchObject({
      kinds: ['memorandum', 'economic-agreement'],
      properties: { code: 7, weight: 0.5, secret: false, remark: 'none' },
    });
    expect(paper?.claim.parties[2]).toEqual({ entity: 'state:CHN', role: 'signatory', part: 'addressee' });
    expect(paper?.claim.parties[0]).toMatchObject({ from: '2031-05-04', until: '2031-12' });
    expect(answer.entities.find((e) => e.id === 'person:an-envoy')).toEqual({
      type: 'entity',
      id: 'person:an-envoy',
      dataset: 'harbours',
      label: 'Person',
      names: { en: 'An Envoy', fr: 'Une Envoyée' },
      aliases: ['The Envoy'],
      represents: [
        {
          entity: 'state:PRK',
          office: 'envoy',
          from: '2030',
          until: '2031-12-31',
          source: 'https://example.org/report',
        },
      ],
    });
    expect(await datasets(graph)).toContainEqual(
      expect.objectContaining({
        id: 'harbours',
        licence: 'CC0-1.0',
        counts: { claims: 2, statements: 3, sources: 2, entities: 2 },
      }),
    );
  });

  test('sets the label of an entity, and whole numbers as whole numbers', async () => {
    await loaded();
    const [row] = await graph.read(
      testQuery(`MATCH (e:Person {id: 'person:an-envoy'})-[a:ACTS_IN]->(c:Claim {id: 'harbours/visit'})
        RETURN valueType(c.order) AS order, valueType(a.index) AS index, valueType(c.startEarliest) AS start, c.sign AS sign`),
    );
    expect(row).toEqual({
      order: 'INTEGER NOT NULL',
      index: 'INTEGER NOT NULL',
      start: 'DATE NOT NULL',
      sign: '+',
    });
  });

  test('tells its progress', async () => {
    const told: [number, number][] = [];
    await loaded(harbours, { onProgress: (done: number, total: number) => told.push([done, total]) });
    const [done, total] = told[told.length - 1] ?? [0, 1];
    expect(done).toBe(total);
    expect(told.map(([d]) => d)).toEqual([...told.map(([d]) => d)].sort((a, b) => a - b));
  });

  test('a dry run tells the same and writes nothing', async () => {
    const report = await load(graph, [file(harbours)], { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, datasets: [{ load: null, written: true }] });
    expect(reportText(report)).toMatch(/claims +2 would be created/);
    expect(await size(graph)).toEqual(empty);
  });
});

describe('the same file twice', () => {
  test('changes nothing and says so', async () => {
    const first = await loaded(harbours, { texts: fixtures });
    const before = await size(graph);
    const second = await loaded(harbours, { texts: fixtures });
    expect(second).toMatchObject({ written: false, load: first.load, quotes: first.quotes });
    expect(second.counts.statement).toEqual({ ...zero, unchanged: 3 });
    expect(reportText({ dryRun: false, datasets: [second] })).toContain('Nothing changed: all is unchanged.');
    expect(await size(graph)).toEqual(before);
  });

  test('also without the texts: the check that was made stays', async () => {
    await loaded(harbours, { texts: fixtures });
    const second = await loaded(harbours);
    expect(second).toMatchObject({
      written: false,
      quotes: { 'verbatim-normalised': 1, 'text-not-held': 1 },
    });
  });

  test('a text that comes later checks the quote anew', async () => {
    await loaded(harbours);
    const report = await loaded(harbours, { texts: fixtures });
    expect(report.counts.statement).toEqual({ ...zero, changed: 1, unchanged: 2 });
    expect((await seen()).claims[0]?.statements[0]?.quote?.check).toMatchObject({
      result: 'verbatim-normalised',
    });
  });
});

describe('a changed file', () => {
  test('a changed number is a new statement; the old one is withdrawn', async () => {
    await loaded();
    const old = (await seen()).claims[0]?.statements[0]?.id;
    const report = await loaded(changed(['confidence: 55', 'confidence: 60']));
    expect(report.counts.statement).toEqual({ created: 1, changed: 0, removed: 1, unchanged: 2 });
    expect(report.counts.claim).toEqual({ ...zero, unchanged: 2 });
    expect(report.withdrawn).toEqual([old]);
    expect(reportText({ dryRun: false, datasets: [report] })).toMatch(
      /statements +1 created, 1 withdrawn, 2 unchanged/,
    );
    expect(await confidence()).toBe(60);
  });

  test('superseding keeps the old statement: it changes, and nothing is withdrawn', async () => {
    await loaded();
    const report = await loaded(
      changed([
        '        locator: page 2\n',
        '        locator: page 2\n        supersededAt: 2031-07-01\n        reason: misread\n      - { source: report, stance: asserts, confidence: 60 }\n',
      ]),
    );
    expect(report.counts.statement).toEqual({ created: 1, changed: 1, removed: 0, unchanged: 2 });
    expect(report.withdrawn).toEqual([]);
    const [visit] = (await seen()).claims;
    expect(visit?.for).toBe(60);
    expect(visit?.statements).toHaveLength(3);
  });

  test('claims, sources and entities come, change and go', async () => {
    await loaded();
    const report = await loaded(
      changed(
        ['title: A paper on harbours', 'title: Another paper'],
        ['id: place:a-harbour\n', 'id: place:the-harbour\n'],
        ['entity: place:a-harbour', 'entity: place:the-harbour'],
        ['title: A wire', 'title: The wire'],
        ['title: Harbour visits', 'title: Visits to harbours'],
      ),
    );
    expect(report.counts).toMatchObject({
      dataset: { changed: 1 },
      source: { changed: 1, unchanged: 1 },
      entity: { created: 1, removed: 1, unchanged: 1 },
      claim: { changed: 2 },
    });
    const gone = await graph.read(
      testQuery("MATCH (e:Entity {id: 'place:a-harbour'}) RETURN properties(e) AS e, labels(e) AS labels"),
    );
    expect(gone).toEqual([{ e: { id: 'place:a-harbour' }, labels: ['Entity'] }]);
  });

  test('without its quote check, one that allows it is loaded although the quote is not there', async () => {
    const text = changed(['quote: arrived in the harbour', 'quote: arrived in the airport']);
    const report = await loaded(text, { texts: fixtures, allowQuotesNotFound: true });
    expect(report.quotes).toEqual({ 'not-found': 1, 'text-not-held': 1 });
  });
});

describe('taking back', () => {
  test('makes the load before the current one current, and taking back again goes forth', async () => {
    await loaded();
    await loaded(
      changed(['confidence: 55', 'confidence: 60'], ['names: { en: A Harbour }', 'names: { en: The Pier }']),
    );
    const name = async () => (await seen()).entities.find((e) => e.id === 'place:a-harbour')?.names.en;
    expect([await confidence(), await name()]).toEqual([60, 'The Pier']);
    await takeBack(graph, 'harbours');
    expect([await confidence(), await name()]).toEqual([55, 'A Harbour']);
    await takeBack(graph, 'harbours');
    expect([await confidence(), await name()]).toEqual([60, 'The Pier']);
  });

  test('is over after a clean-up', async () => {
    await loaded();
    await loaded(changed(['confidence: 55', 'confidence: 60']));
    expect(await cleanUp(graph)).toMatch(/^0 old loads are removed for good\. 1 ceased/);
    expect(await cleanUp(graph, 0)).toMatch(/^1 old load is removed for good\.$/);
    await expect(takeBack(graph, 'harbours')).rejects.toThrow(MissingError);
    expect(await confidence()).toBe(60);
  });

  test('of a data set that was never loaded says what there is', async () => {
    await loaded();
    await expect(takeBack(graph, 'harbour')).rejects.toThrow('did you mean "harbours"?');
    await expect(takeBack(graph, 'harbours')).rejects.toThrow('no earlier load');
  });
});

describe('removing', () => {
  test('takes a data set from sight, and can be undone', async () => {
    await loaded();
    await removeDataset(graph, 'harbours');
    expect((await datasets(graph)).map((d) => d.id)).not.toContain('harbours');
    expect(
      await graph.read(testQuery("MATCH (e:Entity {id: 'person:an-envoy'}) RETURN e.name AS name")),
    ).toEqual([{ name: null }]);
    await expect(removeDataset(graph, 'harbours')).rejects.toThrow(MissingError);
    await takeBack(graph, 'harbours');
    expect(await confidence()).toBe(55);
    expect((await seen()).entities.find((e) => e.id === 'person:an-envoy')?.names.en).toBe('An Envoy');
  });

  test('keeps the entities that another data set names', async () => {
    const start = harbours.indexOf('entities:');
    const end = harbours.indexOf('claims:\n  - id');
    const naming = `${harbours.slice(0, start)}${harbours.slice(end)}`.replace(
      'id: harbours',
      'id: harbours-naming',
    );
    await loaded();
    await load(graph, [file(naming, 'naming.yaml')]);
    await removeDataset(graph, 'harbours');
    const names = await graph.read(
      testQuery("MATCH (e:Person {id: 'person:an-envoy'}) RETURN e.name AS name"),
    );
    expect(names).toEqual([{ name: 'An Envoy' }]);
    await removeDataset(graph, 'harbours-naming');
    await cleanUp(graph, 0);
    await graph.write(testQuery("MATCH (d:Dataset {id: 'harbours-naming'}) DETACH DELETE d"));
  });
});

describe('two loads at once', () => {
  test('the second is told', async () => {
    const results = await Promise.allSettled([
      load(graph, [file(harbours)]),
      load(graph, [file(changed(['confidence: 55', 'confidence: 60']), 'second.yaml')]),
    ]);
    const refused = results.filter((r) => r.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(RefusedError);
    expect(refused[0]?.reason).toMatchObject({ code: 'load-in-progress' });
    expect([55, 60]).toContain(await confidence());
  });
});

describe('the vocabulary', () => {
  test('is written when it has changed, and then only', async () => {
    expect(await loadVocabulary(graph)).toBe(false);
    await graph.write(testQuery("MATCH (v:Vocabulary {id: 'states'}) SET v.hash = 'another'"));
    expect(await loadVocabulary(graph)).toBe(true);
    const [china] = await graph.read(
      testQuery("MATCH (e:State {id: 'state:CHN'}) RETURN properties(e) AS e"),
    );
    expect(china?.e).toMatchObject({
      name: 'China',
      iso3: 'CHN',
      names: expect.arrayContaining(['de:China']),
    });
    expect(china?.e).not.toHaveProperty('dataset');
  });
});
