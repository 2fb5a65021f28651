// Finding entities by what people type, one entity told, and the counts around it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EntityDetail, Found, Neighbours } from '../../model/api.ts';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { entityDetail, find, neighbours } from '../../server/entities.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';

withGraph(onlySample);

const first = async (text: string) => Found.parse(await find(graph, text, 10)).hits[0]?.id;

describe('what people type', () => {
  test.each([
    ['China', 'state:CHN'],
    ['china', 'state:CHN'],
    ['CHN', 'state:CHN'],
    ['cn', 'state:CHN'],
    ['中国', 'state:CHN'],
    ['Россия', 'state:RUS'],
    ['North Korea', 'state:PRK'],
    ['korea north', 'state:PRK'],
    ['Nrth Koera', 'state:PRK'],
    ['Ukriane', 'state:UKR'],
    ['turkiye', 'state:TUR'],
    ['Türkiye', 'state:TUR'],
    ['xi jin', 'person:xi-jinping'],
    ['Kim Jong', 'person:kim-jong-un'],
    ['Côte d’Ivoire', 'state:CIV'],
    ['cote divoire', 'state:CIV'],
    ['pipeline', 'beijing-2025/gas-pipeline'],
  ])('%s is %s', async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test('is told under its English name, with the name that fits beside it', async () => {
    const told = async (text: string) => (await find(graph, text, 3)).hits[0];
    expect(await told('Россия')).toMatchObject({
      kind: 'entity',
      name: 'Russia',
      label: 'State',
      detail: 'Россия, RUS',
    });
    expect(await told('Rusia')).toMatchObject({ name: 'Russia', detail: 'Rusia, RUS' });
    expect(await told('中国')).toMatchObject({ name: 'China', detail: '中国, CHN' });
    expect(await told('CHN')).toMatchObject({ name: 'China', detail: 'CHN' });
    const persons = await find(graph, 'Putin', 3);
    expect(persons.hits[0]).toMatchObject({ name: 'Vladimir Putin', detail: 'President of Russia, Russia' });
  });

  test('what only shares a sign or a few letters is not found', async () => {
    const states = async (text: string) =>
      (await find(graph, text, 50)).hits.flatMap((h) => (h.kind === 'entity' ? [h.id] : []));
    expect(await states('中国')).toEqual(['state:CHN']);
    expect((await states('Chna'))[0]).toBe('state:CHN');
    expect(await states('Chna')).not.toContain('state:TCD');
    expect((await states('Rusia'))[0]).toBe('state:RUS');
    expect(await states('Rusia')).not.toContain('state:UKR');
  });

  test('a slip gets the nearest name as a suggestion, a name gets none', async () => {
    expect((await find(graph, 'Ukriane', 5)).suggestion).toBe('Ukraine');
    expect((await find(graph, 'Ukra', 5)).suggestion).toBeNull();
    expect(await find(graph, 'qqqqqqqqqq', 5)).toEqual({ hits: [], suggestion: null });
    expect(await find(graph, '  ?! ', 5)).toEqual({ hits: [], suggestion: null });
  });

  test('is never the syntax of the index', async () => {
    for (const text of [
      'AND',
      'NOT china',
      'a:b',
      '"',
      '(((',
      '[1 TO 2]',
      'china~9',
      '*',
      '\\',
      'name:*',
      '/.*/',
      '+-!&&||',
    ])
      await find(graph, text, 5);
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60, unit: 'grapheme' }), async (text) => {
        Found.parse(await find(graph, text, 5));
      }),
      { numRuns: 100 },
    );
    expect(await first('NOT china')).toBe('state:CHN');
  });

  test('claims and sources are found as well', async () => {
    const kinds = new Set((await find(graph, 'Beijing parade', 20)).hits.map((h) => h.kind));
    expect(kinds).toContain('source');
    expect((await find(graph, 'memorandum', 20)).hits.map((h) => h.id)).toContain(
      'beijing-2025/gas-pipeline-memorandum',
    );
  });
});

describe('one entity', () => {
  test('with whom it represents and who represents it', async () => {
    const xi = EntityDetail.parse(await entityDetail(graph, 'person:xi-jinping', defaultLens));
    expect(xi.represents.map((e) => e.id)).toEqual(['state:CHN']);
    // He acts in the joint appearance, the parade and his own words.
    expect(xi.claims.stands).toBe(3);
    const china = EntityDetail.parse(await entityDetail(graph, 'state:CHN', defaultLens));
    expect(china.representedBy.map((e) => e.id)).toEqual(['person:xi-jinping']);
    expect(china.entity.names.en).toBe('China');
  });

  test('that nobody takes part in has no claims; one that is not there is missing', async () => {
    expect((await entityDetail(graph, 'state:FRA', defaultLens)).claims.stands).toBe(0);
    await expect(entityDetail(graph, 'state:QQQ', defaultLens)).rejects.toMatchObject({
      code: 'unknown-entity',
    });
    await expect(neighbours(graph, 'state:QQQ', noFilters, defaultLens)).rejects.toMatchObject({
      code: 'unknown-entity',
    });
  });
});

describe('around an entity', () => {
  const lines = async (id: string, threshold = 0) => {
    const found = Neighbours.parse(await neighbours(graph, id, noFilters, { ...defaultLens, threshold }));
    return { ...found, told: found.neighbours.map((n) => `${n.kind} ${n.band} ${n.count} ${n.stands}`) };
  };

  test('claims by kind and band: Ukraine', async () => {
    // The invasion, and two that bear on it.
    const { told, total } = await lines('state:UKR');
    expect(told).toEqual([
      'invasion high 1 1',
      'personnel-support medium 1 1',
      'troop-deployment medium 1 1',
    ]);
    expect(total).toBe(3);
  });

  test('at threshold 60 only what still counts', async () => {
    expect((await lines('state:UKR', 60)).told).toEqual([
      'invasion high 1 1',
      // Nobody with a grade asserts it; the article still reports that no proof was found.
      'troop-deployment unknown 1 0',
    ]);
  });

  test('unknown confidence is a band of its own', async () => {
    expect((await lines('state:USA')).told).toEqual(['accusation high 1 1', 'conspiracy unknown 1 1']);
  });
});
