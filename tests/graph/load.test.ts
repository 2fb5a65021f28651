// Loading: what is written, and what a report says of it.
import { describe, expect, test } from 'vitest';
import { RefusedError } from '../../server/errors.ts';
import { datasets } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { reportText } from '../../server/load/report.ts';
import { loadVocabulary } from '../../server/load/vocabulary.ts';
import { graph } from '../support/graph.ts';
import { changed, file, fixtures, harbours, size, testQuery } from './harbours.ts';
import { confidence, empty, loaded, seen, withHarbours } from './loaded.ts';

withHarbours();

const zero = { created: 0, changed: 0, removed: 0, unchanged: 0 };

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
        counts: { claims: 2, statements: 3, sources: 2, entities: 2, unconnected: 0 },
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
