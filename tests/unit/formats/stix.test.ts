// STIX 2.1: what is written comes back, what others wrote leaves as it came, and files that mean harm are refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Entry } from '../../../model/entry.ts';
import { canonical } from '../../../model/statement.ts';
import { stix } from '../../../server/formats/stix.ts';
import { vocabulary } from '../../../server/vocabulary.ts';
import { dataset } from '../../support/arbitrary.ts';
import { bytesOf, outgoingOf, read } from '../../support/outgoing.ts';
import { declared, shipped } from '../../support/shipped.ts';
import { asAnswered, endless, pieces, refusal } from './files.ts';

type Bundle = { type: string; id: string; objects: Record<string, unknown>[] };

const written = async (entries: Entry[], form: 'claims' | 'pairs' = 'claims'): Promise<Bundle> =>
  JSON.parse((await bytesOf(stix, outgoingOf(entries, form))).toString());

const bundleOf = (...objects: object[]) => bundleAs('5330e3e3-8f58-4d21-9f4b-793a054c0d33', ...objects);
const bundleAs = (id: string, ...objects: object[]) =>
  Buffer.from(JSON.stringify({ type: 'bundle', id: `bundle--${id}`, objects }));

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const times = { created: '2024-05-01T10:00:00.000Z', modified: '2024-06-01T10:00:00.000Z' };

test('generated data sets come back as they left', async () => {
  await fc.assert(
    fc.asyncProperty(dataset(vocabulary(), 'one'), dataset(vocabulary(), 'two'), async (one, two) => {
      const entries = [...one, ...two];
      expect(await read(stix, await bytesOf(stix, outgoingOf(entries)))).toEqual(entries);
    }),
    { numRuns: 60 },
  );
});

describe('the shipped case', () => {
  test('comes back as it left, and leaves as the same bytes', async () => {
    const entries = await shipped();
    const bytes = await bytesOf(stix, outgoingOf(entries));
    expect(await read(stix, bytes)).toEqual(declared(entries));
    expect(await bytesOf(stix, outgoingOf(entries))).toEqual(bytes);
  });

  test('has the times of its load, and of statements when they were recorded', async () => {
    const outgoing = outgoingOf(await shipped());
    const load = 'beijing-2025@2027-03-04T05:06:07.008Z-c0a135';
    const { head } = outgoing;
    const loaded = { ...outgoing, head: { ...head, datasets: head.datasets.map((d) => ({ ...d, load })) } };
    const { objects } = JSON.parse((await bytesOf(stix, loaded)).toString()) as Bundle;
    const timed = objects.filter((o) => o.created !== '2026-01-01T00:00:00.000Z');
    // All but what Entente itself is.
    expect(timed.length).toBe(objects.length - 2);
    expect(new Set(timed.map((o) => o.modified))).toEqual(new Set(['2027-03-04T05:06:07.008Z']));
    const said = timed.filter((o) => String(o.labels).includes('entente:stance'));
    expect(new Set(said.map((o) => o.created))).toEqual(new Set(['2026-11-24T00:00:00.000Z']));
  });

  test('has an id once, and nothing that refers to what is not there', async () => {
    const { objects } = await written(await shipped());
    const ids = objects.map((o) => o.id);
    expect(new Set(ids).size).toBe(ids.length);
    const refs = objects.flatMap((o) =>
      Object.entries(o).flatMap(([key, value]) => (/_refs?$/.test(key) ? [value].flat() : [])),
    );
    expect(refs.filter((ref) => !ids.includes(ref as string))).toEqual([]);
  });

  test('tells what others understand: a denial is an opinion, confidence is absent where it is unknown', async () => {
    const entries = await shipped();
    const { objects } = await written(entries);
    const statements = entries.filter((e) => e.type === 'statement');
    const by = (value: string) => objects.filter((o) => o.opinion === value).length;
    const of = (...stances: string[]) => statements.filter((s) => stances.includes(s.stance)).length;
    expect(of('denies', 'reports-absence')).toBeGreaterThan(0);
    expect([by('strongly-disagree'), by('disagree'), by('neutral')]).toEqual([
      of('denies'),
      of('reports-absence'),
      of('qualifies'),
    ]);
    const numbers = statements.filter((s) => s.confidence !== null).length;
    expect(objects.filter((o) => 'confidence' in o).length).toBe(numbers);
    expect(numbers).toBeLessThan(statements.length);
  });

  test('as claims joins no two of the parties of a claim', async () => {
    const { objects } = await written(await shipped());
    expect(objects.filter((o) => o.type === 'relationship')).toEqual([]);
    const appearance = objects.find((o) => o.type === 'grouping' && /appear/i.test(String(o.name)));
    expect([appearance?.object_refs].flat().length).toBeGreaterThanOrEqual(3);
  });

  test('as pairs has derived relationships beside the claims, which are no claims when they are read', async () => {
    const entries = await shipped();
    const outgoing = outgoingOf(entries, 'pairs');
    const bytes = await bytesOf(stix, outgoing);
    const { objects } = JSON.parse(bytes.toString()) as Bundle;
    const ties = objects.filter((o) => o.type === 'relationship');
    expect(ties.length).toBe((await outgoing.ties()).ties.length);
    for (const tie of ties) {
      expect(tie.description).toMatch(/^Derived/);
      expect(tie.labels).toContain('entente:derived');
    }
    expect(await read(stix, bytes)).toEqual(declared(entries));
  });
});

describe('markings', () => {
  test('are the definitions of TLP 2.0, each once, and a claim has the strictest of what is said of it', async () => {
    const entries: Entry[] = [
      { type: 'dataset', id: 'd', title: 'D', coverage: [] },
      { type: 'source', id: 'https://example.org/a', dataset: 'd', title: 'A', marking: 'TLP:AMBER+STRICT' },
      {
        type: 'claim',
        id: 'd/c',
        title: 'A claim',
        kinds: ['tension'],
        modality: 'done',
        incomplete: false,
        parties: [
          { entity: 'state:CHN', role: 'party' },
          { entity: 'state:USA', role: 'party' },
        ],
      },
      {
        type: 'statement',
        claim: 'd/c',
        source: 'https://example.org/a',
        stance: 'asserts',
        confidence: null,
        basis: 'stated',
        marking: 'TLP:GREEN',
      },
    ];
    const { objects } = await written(entries);
    const amber = 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003';
    expect(objects.filter((o) => o.type === 'marking-definition').map((o) => o.name)).toEqual([
      'TLP:AMBER+STRICT',
    ]);
    expect(objects.filter((o) => o.type === 'grouping').map((o) => o.object_marking_refs)).toEqual([[amber]]);
    expect(objects.filter((o) => o.type === 'note' && o.object_marking_refs === undefined)).toEqual([]);
    expect(await read(stix, await bytesOf(stix, outgoingOf(entries)))).toEqual(entries);
  });
});

describe('bundles of others', () => {
  const actor = {
    type: 'threat-actor',
    spec_version: '2.1',
    id: `threat-actor--${uuid(1)}`,
    ...times,
    name: 'Bear',
    sophistication: 'expert',
    x_own: { a: [1, null] },
  };
  const tool = {
    type: 'tool',
    spec_version: '2.1',
    id: `tool--${uuid(2)}`,
    ...times,
    name: 'Kit',
    description: 'A kit.',
  };
  const odd = {
    type: 'x-odd-thing',
    spec_version: '2.1',
    id: `x-odd-thing--${uuid(3)}`,
    ...times,
    list: ['a', 'b'],
    empty: [],
  };
  const uses = {
    type: 'relationship',
    spec_version: '2.1',
    id: `relationship--${uuid(4)}`,
    ...times,
    created_by_ref: `identity--${uuid(9)}`,
    relationship_type: 'uses',
    source_ref: actor.id,
    target_ref: tool.id,
    confidence: 40,
    start_time: '2023-01-02T00:00:00Z',
    external_references: [
      { source_name: 'A lab', description: 'Report 7', url: 'https://example.org/7' },
      { source_name: 'B', external_id: '12' },
    ],
    object_marking_refs: ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'],
  };
  const against = {
    type: 'opinion',
    spec_version: '2.1',
    id: `opinion--${uuid(5)}`,
    ...times,
    opinion: 'strongly-disagree',
    explanation: 'We saw another kit.',
    object_refs: [uses.id],
  };
  const report = {
    type: 'report',
    spec_version: '2.1',
    id: `report--${uuid(6)}`,
    ...times,
    name: 'On the bear',
    published: '2024-05-02T00:00:00Z',
    object_refs: [actor.id, tool.id, uses.id],
  };
  // Relationships before what they relate, as bundles may have them.
  const all = [uses, report, actor, tool, odd];

  test('come in as entities and claims with evidence, whatever their order', async () => {
    const entries = (await read(stix, bundleOf(...all, against))).map((e) => Entry.parse(e));
    const claim = entries.find((e) => e.type === 'claim' && e.id.includes('relationship'));
    expect(claim).toMatchObject({ title: 'Bear uses Kit', when: '2023-01-02/..', kinds: ['link'] });
    const said = entries.filter((e) => e.type === 'statement' && e.claim === claim?.id);
    expect(said.map((s) => s.type === 'statement' && [s.stance, s.confidence, s.marking]).sort()).toEqual([
      ['asserts', 40, 'TLP:CLEAR'],
      ['asserts', 40, 'TLP:CLEAR'],
      ['denies', null, undefined],
    ]);
    // One creator, one origin, however many references.
    const origins = said.flatMap((s) => (s.type === 'statement' && s.stance === 'asserts' ? [s.origin] : []));
    expect(new Set(origins).size).toBe(1);
    const head = entries.find((e) => e.type === 'dataset');
    expect(head).toMatchObject({ id: 'stix-5330e3e3-8f58-4d21-9f4b-793a054c0d33', title: 'On the bear' });
    expect(head?.type === 'dataset' && head.description).toContain('kept as things: x-odd-thing 1');
  });

  test('leave as they came, and come back the same', async () => {
    const entries = (await read(stix, bundleOf(...all))).map((e) => Entry.parse(e));
    const bytes = await bytesOf(stix, outgoingOf(asAnswered(entries)));
    const { objects } = JSON.parse(bytes.toString()) as Bundle;
    for (const object of all) expect(objects.find((o) => o.id === object.id)).toEqual(object);
    expect(sorted(await read(stix, bytes))).toEqual(sorted(entries));
  });

  const opinions = [
    against,
    {
      ...against,
      id: `opinion--${uuid(10)}`,
      opinion: 'disagree',
      authors: ['A reader'],
      confidence: 30,
      labels: ['second-look'],
      x_own: { a: 1 },
    },
    { ...against, id: `opinion--${uuid(11)}`, opinion: 'agree', object_refs: [uses.id, report.id] },
  ];

  test('opinions on relationships leave as they came, and come back the same', async () => {
    const entries = (await read(stix, bundleOf(...all, ...opinions))).map((e) => Entry.parse(e));
    const bytes = await bytesOf(stix, outgoingOf(asAnswered(entries)));
    const { objects } = JSON.parse(bytes.toString()) as Bundle;
    expect(objects.filter((o) => o.type === 'opinion')).toEqual(opinions);
    // That of the file alone.
    expect(objects.filter((o) => o.type === 'note')).toHaveLength(1);
    expect(sorted(await read(stix, bytes))).toEqual(sorted(entries));
  });

  test('what is left of an opinion, or was changed since, leaves as an opinion of ours', async () => {
    const entries = (await read(stix, bundleOf(...all, ...opinions))).map((e) => Entry.parse(e));
    const changed = entries.flatMap((e): Entry[] => {
      if (e.type !== 'statement') return [e];
      if (e.confidence === 30) return [{ ...e, confidence: 35 }];
      const isSecond = e.stance === 'asserts' && e.note !== undefined && e.claim.includes('report');
      return isSecond ? [] : [e];
    });
    const bytes = await bytesOf(stix, outgoingOf(asAnswered(changed)));
    const { objects } = JSON.parse(bytes.toString()) as Bundle;
    const ids = objects.map((o) => o.id);
    expect(opinions.map((o) => ids.includes(o.id))).toEqual([true, false, false]);
    expect(sorted(await read(stix, bytes))).toEqual(sorted(changed));
  });

  test('what was changed since leaves with what it is now', async () => {
    const entries = (await read(stix, bundleOf(...all))).map((e) => Entry.parse(e));
    const changed = entries.map((e) => (e.type === 'claim' ? { ...e, title: 'Told anew' } : e));
    const back = await read(stix, await bytesOf(stix, outgoingOf(asAnswered(changed))));
    expect(sorted(back)).toEqual(sorted(changed));
  });

  test('two bundles beside claims of ours leave in one, and come back as what they were', async () => {
    const other = { ...tool, id: `tool--${uuid(12)}`, name: 'Other kit', extensions: { 'x-own': { a: 1 } } };
    const bundles = [
      bundleOf(...all, ...opinions),
      // They share what is used by whom, and the opinion on it.
      bundleAs(uuid(13), actor, tool, uses, other, against),
    ];
    const entries = await shipped();
    // An entity leaves once.
    for (const bundle of bundles)
      for (const e of (await read(stix, bundle)).map((e) => Entry.parse(e)))
        if (e.type !== 'entity' || !entries.some((b) => b.type === 'entity' && b.id === e.id))
          entries.push(e);
    const bytes = await bytesOf(stix, outgoingOf(asAnswered(entries)));
    expect(sorted(await read(stix, bytes))).toEqual(sorted(declared(entries)));
    const { objects } = JSON.parse(bytes.toString()) as Bundle;
    expect(objects.filter((o) => o.type === 'opinion' && o.id === against.id)).toHaveLength(2);
  });

  test('an opinion of others on a claim of ours is a statement on it', async () => {
    const { objects, ...bundle } = await written(await shipped());
    const claim = objects.find((o) => o.type === 'grouping');
    const file = Buffer.from(
      JSON.stringify({ ...bundle, objects: [...objects, { ...against, object_refs: [claim?.id] }] }),
    );
    const entries = (await read(stix, file)).map((e) => Entry.parse(e));
    expect(entries.slice(declared(await shipped()).length)).toMatchObject([
      { type: 'source', dataset: 'beijing-2025' },
      { claim: expect.stringMatching(/^beijing-2025\//), stance: 'denies', note: 'We saw another kit.' },
    ]);
    const again = await written(asAnswered(entries));
    expect(again.objects.find((o) => o.id === against.id)).toEqual({ ...against, object_refs: [claim?.id] });
  });

  test('a revoked object is a statement that is superseded', async () => {
    const entries = await read(stix, bundleOf(actor, tool, { ...uses, revoked: true }));
    const said = entries.filter((e) => (e as Entry).type === 'statement');
    expect(said).toMatchObject([{ supersededAt: '2024-06-01' }, { supersededAt: '2024-06-01' }]);
  });
});

describe('files that cannot be read', () => {
  const refused: [string, () => AsyncIterable<Uint8Array>, RegExp][] = [
    [
      'a million deep',
      () => pieces('{"type":"bundle","objects":[', '['.repeat(1_000_000)),
      /nested more than 100/,
    ],
    [
      'a million deep beside the list',
      () => pieces('{"x":', '{"a":'.repeat(1_000_000)),
      /nested more than 100/,
    ],
    [
      'an object of a gigabyte',
      () => endless('{"type":"bundle","objects":[\n{"type":"x", "id":"x--1", "a":"'),
      /Line 2.*longer than 64 MB/,
    ],
    ['a member of a gigabyte', () => endless('{"type":"'), /longer than 64 MB/],
    ['cut short', () => pieces('{"type":"bundle","objects":[{"type":"tool"'), /ends before/],
    [
      'not UTF-8',
      () => pieces('{"type":"bundle","objects":[\n{"type":"', Buffer.from([0xff, 0xfe]), '"}]}'),
      /Line 2.*not UTF-8/,
    ],
    ['not JSON', () => pieces('{"type":"bundle","objects":[\n\n{"type" "tool"}]}'), /Line 3.*not JSON/],
    ['no bundle', () => pieces('{"type":"tool","id":"tool--1"}'), /no STIX bundle/],
    ['a list', () => pieces('[{"type":"tool"}]'), /an object, \{ … \}, has to be here/],
    [
      'two bundles',
      () => pieces('{"type":"bundle","objects":[]}\n{"type":"bundle"}'),
      /Line 2.*after the end/,
    ],
    ['brackets that do not match', () => pieces('{"type":"bundle","objects":[]]'), /not open/],
    [
      'an object without an id',
      () => pieces('{"type":"bundle","objects":[{"type":"tool"}]}'),
      /no type or no id/,
    ],
    [
      'an id of another type',
      () => pieces('{"type":"bundle","objects":[{"type":"tool","id":"malware--1"}]}'),
      /does not begin with its type/,
    ],
    ['objects twice', () => pieces('{"type":"bundle","objects":[],"objects":[]}'), /stands twice/],
  ];
  for (const [name, bytes, why] of refused)
    test(name, async () => {
      expect(await refusal(stix, bytes())).toMatch(why);
    });

  test('relationships to what is not there, and ids that stand twice, are left to the loader with their lines', async () => {
    const lines = Buffer.from(
      `{"type":"bundle","id":"bundle--${uuid(0)}","objects":[\n${JSON.stringify({ type: 'relationship', id: `relationship--${uuid(1)}`, relationship_type: 'uses', source_ref: `tool--${uuid(2)}`, target_ref: `tool--${uuid(3)}` })}\n]}`,
    );
    const decoded = [];
    for await (const item of stix.decode?.(pieces(lines)) ?? []) decoded.push(item);
    expect(decoded.find((d) => 'entry' in d && (d.entry as Entry).type === 'claim')).toMatchObject({
      line: 2,
    });
  });
});

/** In an order that does not tell where they stood. */
const sorted = (entries: readonly unknown[]) => entries.map(canonical).sort();
