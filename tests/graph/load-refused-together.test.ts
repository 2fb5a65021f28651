// Faults that have to do with each other: told once, told together, and told with both places.
import { afterAll, describe, expect, test } from 'vitest';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { graph } from '../support/graph.ts';
import { changed, file, fixtures, harbours, lineOf } from './harbours.ts';
import { only, refused, remember, withLoads } from './refused.ts';

withLoads();

describe('a quote', () => {
  test('that is not in its text', async () => {
    const text = changed(['quote: arrived in the harbour', 'quote: arrived in the airport']);
    const error = await only(text, undefined, { texts: fixtures });
    expect(error).toMatchObject({
      code: 'quote-not-found',
      pointer: '/claims/0/statements/0/quote',
      line: lineOf(text, 'quote: arrived'),
    });
    expect(error.detail).toContain(
      '"arrived in the airport" is not in the text of its source; it has "arrived in the harbour',
    );
  });
});

describe('one fault', () => {
  test('is told once, not again by all that depends on it', async () => {
    const persons = changed(['label: Person', 'label: Persona']);
    expect(await only(persons)).toMatchObject({ pointer: '/entities/0/label' });
    const claims = changed(['title: A visit to the harbour', 'titel: A visit to the harbour']);
    expect((await refused(file(claims))).errors.map((e) => e.pointer)).toEqual([
      '/claims/0/title',
      '/claims/0/titel',
    ]);
    const acting = changed(['by: person:an-envoy', 'by: person:nobody']);
    expect(await only(acting)).toMatchObject({
      pointer: '/claims/0/parties/0/by',
      code: 'dangling-reference',
    });
  });
});

describe('many errors', () => {
  test('are told all at once, by line', async () => {
    const text = changed(
      ['coder: A coder', 'codr: A coder'],
      ['kind: leader-visit', 'kind: visit'],
      ['confidence: 55', 'confidence: 101'],
      ['role: host }', 'role: hots }'],
    );
    const { errors, message } = await refused(file(text));
    expect(errors.map((e) => e.line)).toEqual(
      ['codr', 'kind: visit', 'role: hots', 'confidence: 101'].map((part) => lineOf(text, part)),
    );
    expect(message).toMatch(/4 errors \(1 data set, 1 claim, 1 statement refused\)/);
  });

  test('of one entry as well: a wrong time, number, kind and state are told together', async () => {
    const text = [
      'dataset: { id: together, title: Together, coverage: [] }',
      'sources: [{ id: "https://example.org/r", key: r, title: R }]',
      'claims:',
      '  - id: a',
      '    title: A',
      '    kind: leader-visits',
      '    when: 2025-02-30',
      '    parties: [{ entity: "state:PRK", role: visitor }, { entity: "state:RUX", role: host }]',
      '    statements: [{ source: r, stance: asserts, confidence: 155 }]',
      '',
    ].join('\n');
    const error = await refused(file(text));
    expect(error.message).toContain('4 errors (1 claim, 1 statement refused)');
    expect(error.errors.map((e) => [e.line, e.pointer])).toEqual([
      [6, '/claims/0/kind'],
      [7, '/claims/0/when'],
      [8, '/claims/0/parties/1/entity'],
      [9, '/claims/0/statements/0/confidence'],
    ]);
  });

  test('of which at most 50 are shown, and the rest counted', async () => {
    const wrong = Array.from(
      { length: 70 },
      (_, i) => `      - { source: wire, stance: wrong, locator: "${i}" }\n`,
    );
    const { errors, message } = await refused(file(`${harbours}${wrong.join('')}`));
    expect(errors).toHaveLength(50);
    expect(message).toMatch(/70 errors.*the first 50 are shown/);
  });

  test('of several files name each file', async () => {
    const a = file(changed(['coder: A coder', 'codr: A coder']), 'a.yaml');
    const b = file(
      changed(['id: harbours', 'id: harbours-b'], ['confidence: 55', 'confidence: -1']),
      'b.yaml',
    );
    const { errors } = await refused([a, b]);
    expect(errors.map((e) => e.file)).toEqual([a.path, b.path]);
  });

  test('a dry run tells the same', async () => {
    const { errors } = await refused(file(changed(['confidence: 55', 'confidence: 101'])), { dryRun: true });
    expect(errors).toHaveLength(1);
  });
});

describe('an entity that another data set declares', () => {
  const other = changed(['id: harbours', 'id: harbours-other']);
  afterAll(async () => {
    await removeDataset(graph, 'harbours-other');
    await cleanUp(graph, 0);
  });

  test('otherwise, in the graph or in another file, is refused with both places', async () => {
    const differs = changed(['names: { en: A Harbour }', 'names: { en: Another Harbour }']);
    const [a, b] = [file(other, 'other.yaml'), file(differs, 'differs.yaml')];
    const together = await refused([a, b]);
    expect(together.errors).toMatchObject([
      { file: b.path, pointer: '/entities/1/names', code: 'conflicting-declaration' },
    ]);
    expect(together.errors[0]?.detail).toContain(
      `declared otherwise by ${a.path}:${lineOf(other, '- id: place')}`,
    );
    await load(graph, [a]);
    await remember();
    const { errors } = await refused(b);
    expect(errors).toMatchObject([
      { file: b.path, line: lineOf(differs, 'names: { en: Another'), code: 'conflicting-declaration' },
    ]);
    expect(errors[0]?.detail).toContain('the data set harbours-other, which is loaded');
  });

  test('is named without being declared, with the office that is told there', async () => {
    const start = harbours.indexOf('entities:');
    const end = harbours.indexOf('claims:\n  - id');
    const naming = `${harbours.slice(0, start)}${harbours.slice(end)}`;
    const report = await load(graph, [file(naming)], { dryRun: true });
    expect(report.datasets[0]?.counts.claim.created).toBe(2);
  });
});
