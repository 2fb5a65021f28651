// Taking a load back and removing a data set: what a reader sees then, and how far it can be undone.
import { describe, expect, test } from 'vitest';
import { MissingError } from '../../server/errors.ts';
import { cleanUp, datasets, removeDataset, takeBack } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { graph } from '../support/graph.ts';
import { changed, file, harbours, testQuery } from './harbours.ts';
import { confidence, loaded, seen, withHarbours } from './loaded.ts';

withHarbours();

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
