// One object of STIX in two versions, in two bundles: each data set keeps its own, and where both are looked at the newest
// counts, in whichever order they were loaded. What a bundle refers to may be in another one.
import { afterEach, expect, test } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { defaultView } from '../../model/view.ts';
import { entityDetail } from '../../server/entities.ts';
import { EntenteError } from '../../server/errors.ts';
import { leave } from '../../server/export/outgoing.ts';
import { stix } from '../../server/formats/stix.ts';
import { cleanUp, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { bytesOf, inPieces } from '../support/outgoing.ts';

withGraph(prepareGraph);

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const group = `intrusion-set--${uuid(1)}`;
const times = { spec_version: '2.1', created: '2020-01-01T00:00:00.000Z' };

/** A bundle with a group in some version, a tool, and who uses it. */
function bundle(n: number, name: string, modified: string) {
  const objects = [
    { type: 'intrusion-set', id: group, ...times, modified, name },
    { type: 'tool', id: `tool--${uuid(n)}`, ...times, modified: times.created, name: `Tool ${n}` },
    {
      type: 'relationship',
      id: `relationship--${uuid(n)}`,
      ...times,
      modified: times.created,
      relationship_type: 'uses',
      source_ref: group,
      target_ref: `tool--${uuid(n)}`,
    },
  ];
  return {
    id: `stix-${uuid(n)}`,
    objects,
    text: JSON.stringify({ type: 'bundle', id: `bundle--${uuid(n)}`, objects }),
  };
}

const older = bundle(8, 'Old Name', '2021-01-01T00:00:00.000Z');
const newer = bundle(9, 'New Name', '2022-01-01T00:00:00.000Z');

const bring = ({ text }: { text: string }, path = 'bundle.json') =>
  load(graph, [{ path, bytes: inPieces(Buffer.from(text)) }]);

const shown = async (datasets: string[] = []) =>
  (await entityDetail(graph, `stix:${group}`, { ...defaultLens, datasets })).entity.names.en;

/** Data sets as they leave. */
async function exported(...datasets: string[]) {
  const view = { ...defaultView, lens: { ...defaultLens, datasets } };
  const { outgoing } = await leave(graph, { question: 'around', view, part: 'answer', form: 'claims' });
  return (await bytesOf(stix, outgoing)).toString();
}

/** The objects of a data set as they leave, without what is ours. */
async function left(dataset: string) {
  const { objects } = JSON.parse(await exported(dataset)) as { objects: { id: string }[] };
  return objects;
}

afterEach(async () => {
  for (const { id } of [older, newer]) await removeDataset(graph, id).catch(() => {});
  await cleanUp(graph, 0);
});

test.each([
  ['the newer after the older', [older, newer]],
  ['the older after the newer', [newer, older]],
])('%s', async (_, bundles) => {
  for (const b of bundles) await bring(b);
  expect(await shown()).toBe('New Name');
  expect(await shown([older.id])).toBe('Old Name');
  expect(await shown([newer.id])).toBe('New Name');
  for (const { id, objects } of bundles)
    expect((await left(id)).filter((o) => objects.some((own) => own.id === o.id))).toEqual(
      expect.arrayContaining(objects),
    );
  await removeDataset(graph, newer.id);
  expect(await shown()).toBe('Old Name');
});

test('one version, written by STIX 2.0 and by 2.1, is no contradiction: that of 2.1 counts', async () => {
  await bring(older);
  const { spec_version, ...plain } = older.objects[0] ?? {};
  const text = older.text
    .replaceAll(uuid(8), uuid(9))
    .replace(JSON.stringify(older.objects[0]), JSON.stringify({ ...plain, name: 'By 2.0' }));
  await bring({ text }, 'older-stix.json');
  expect(await shown()).toBe('Old Name');
  expect(await shown([newer.id])).toBe('By 2.0');
});

test('one version that says two things is refused: the field, both words, the version, and what to do', async () => {
  await bring(older);
  const other = bundle(9, 'Another Name', '2021-01-01T00:00:00.000Z');
  const error = await bring(other, 'other.json').catch((e: unknown) => e);
  if (!(error instanceof EntenteError)) throw new Error('it was not refused');
  expect(error.errors).toMatchObject([
    { file: 'other.json', code: 'conflicting-declaration', pointer: '/names' },
  ]);
  for (const part of [older.id, 'Old Name', 'Another Name', 'the version of 2021-01-01', 'the newest counts'])
    expect(error.errors[0]?.detail).toContain(part);
});

test('two bundles leave in one file, with opinions on what they say, and come back unchanged', async () => {
  const opinion = { type: 'opinion', ...times, modified: times.created, opinion: 'disagree', labels: ['x'] };
  const withOpinion = (of: typeof older, n: number) => ({
    text: JSON.stringify({
      type: 'bundle',
      id: of.id.replace('stix-', 'bundle--'),
      objects: [
        ...of.objects,
        { ...opinion, id: `opinion--${uuid(n)}`, object_refs: [of.objects[2]?.id], explanation: 'No.' },
      ],
    }).replaceAll(group, `intrusion-set--${uuid(n)}`),
  });
  await bring(withOpinion(older, 8));
  await bring(withOpinion(newer, 9));
  const { datasets } = await bring({ text: await exported(older.id, newer.id) });
  expect(datasets.map((d) => [d.dataset, d.written]).sort()).toEqual([
    [older.id, false],
    [newer.id, false],
  ]);
});

test('what a bundle refers to is in one that is loaded before it or with it; else it is told what would help', async () => {
  const [, tool, link] = older.objects;
  const part = (objects: unknown[]) => ({
    text: JSON.stringify({ type: 'bundle', id: `bundle--${uuid(8)}`, objects }),
  });
  const error = await bring(part([tool, link])).catch((e: unknown) => e);
  if (!(error instanceof EntenteError)) throw error;
  expect(error.errors).toMatchObject([
    {
      code: 'dangling-reference',
      detail: `there is no entity "stix:${group}": load the bundle that has it, before this one or with it`,
    },
  ]);
  await bring(newer);
  expect((await bring(part([tool, link]))).datasets).toMatchObject([{ dataset: older.id, written: true }]);
});
