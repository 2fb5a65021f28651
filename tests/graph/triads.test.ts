// Small cases by hand, for the questions about three states: what closes a triad, what joins it, what only possibly does.
import { beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { loadVocabulary } from '../../server/load/vocabulary.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { answer, groups, hold, on } from '../support/asked.ts';
import { source, told } from '../support/cases.ts';
import { graph } from '../support/graph.ts';
import { store, withEmptyGraph } from '../support/store.ts';

withEmptyGraph();
beforeAll(async () => {
  await loadVocabulary(graph);
});

const tie = (a: string, b: string, more = {}) => told(`${a}-${b}`, 'alliance', [a, b], more);

test('three pairs and nothing else; a hub with two spokes', async () => {
  await hold(tie('CHN', 'RUS'), tie('RUS', 'PRK'), tie('PRK', 'CHN'), tie('RUS', 'IND'));
  expect(groups(await answer('pairs-only'))).toEqual(['CHN PRK RUS: sure']);
  expect(groups(await answer('pairs-and-joint'))).toEqual([]);
  expect(groups(await answer('hub-and-spoke'))).toEqual(['RUS CHN IND: sure', 'RUS IND PRK: sure']);
  expect((await answer('hub-and-spoke')).groupCount).toBe(2);
  // Named states: triples of them alone.
  expect(groups(await answer('hub-and-spoke', ['CHN', 'RUS', 'IND']))).toEqual(['RUS CHN IND: sure']);
  expect((await answer('pairs-only')).claims).toHaveLength(3);
});

test('a claim that joins the three makes it pairs and joint, and ends a hub', async () => {
  await hold(
    tie('CHN', 'RUS'),
    tie('RUS', 'PRK'),
    tie('PRK', 'CHN'),
    tie('RUS', 'IND'),
    told('four', 'treaty', ['CHN', 'RUS', 'PRK', 'USA']),
    told('three', 'treaty', ['CHN', 'RUS', 'IND']),
  );
  expect(groups(await answer('pairs-only'))).toEqual([]);
  const joined = await answer('pairs-and-joint');
  expect(groups(joined)).toEqual(['CHN PRK RUS: sure']);
  expect(joined.claims.map((c) => c.claim.title)).toEqual(['CHN-RUS', 'RUS-PRK', 'PRK-CHN', 'four']);
  expect(groups(await answer('hub-and-spoke'))).toEqual(['RUS IND PRK: sure']);
});

test('what does not stand, tension, neutral claims and incomplete ones close nothing', async () => {
  await hold(
    tie('CHN', 'RUS'),
    tie('RUS', 'PRK'),
    tie('PRK', 'CHN', { says: [{ stance: 'reports-absence' }] }),
    told('tension', 'tension', ['PRK', 'CHN']),
    told('statement', 'parade', ['PRK', 'CHN']),
    told('more', 'alliance', ['PRK', 'CHN'], { incomplete: true }),
    // Joint claims that tie not all three with +: a neutral one, and one whose addressees have no tie.
    told('parade', 'parade', ['CHN', 'RUS', 'PRK']),
    told('aid', 'aid', ['RUS', { who: 'CHN', part: 'addressee' }, { who: 'PRK', part: 'addressee' }]),
    told('accusation', 'accusation', [
      'USA',
      ...['CHN', 'RUS', 'PRK'].map((who) => ({ who, role: 'accused' })),
    ]),
    told('denied', 'treaty', ['CHN', 'RUS', 'PRK'], { says: [{ stance: 'denies' }] }),
  );
  expect(groups(await answer('hub-and-spoke', ['CHN', 'RUS', 'PRK']))).toEqual(['RUS CHN PRK: sure']);
  expect(groups(await answer('pairs-only', ['CHN', 'RUS', 'PRK']))).toEqual([]);
});

test('of the other sign, where it is asked for', async () => {
  const tense = (a: string, b: string) => told(`${a}/${b}`.replace('/', '-'), 'tension', [a, b]);
  await hold(tense('CHN', 'IND'), tense('IND', 'JPN'), tense('JPN', 'CHN'), tie('CHN', 'RUS'));
  expect(groups(await answer('pairs-only', [], {}, { sign: ['-'] }))).toEqual(['CHN IND JPN: sure']);
  expect(groups(await answer('pairs-only'))).toEqual([]);
});

test('a joint claim with sides joins those of one side only, and an abstention nobody', async () => {
  const vote = (who: string, side: string) => ({ who, role: 'voter', side });
  const pairs = [tie('CHN', 'RUS'), tie('RUS', 'PRK'), tie('PRK', 'CHN')];
  await hold(
    ...pairs,
    told('vote', 'roll-call', [vote('CHN', 'yes'), vote('RUS', 'yes'), vote('PRK', 'no')]),
  );
  expect(groups(await answer('pairs-only'))).toEqual(['CHN PRK RUS: sure']);
  await hold(
    ...pairs,
    told(
      'vote',
      'roll-call',
      ['CHN', 'RUS', 'PRK'].map((who) => vote(who, 'abstain')),
    ),
  );
  expect(groups(await answer('pairs-only'))).toEqual(['CHN PRK RUS: sure']);
  await hold(
    ...pairs,
    told(
      'vote',
      'roll-call',
      ['CHN', 'RUS', 'PRK'].map((who) => vote(who, 'yes')),
    ),
  );
  expect(groups(await answer('pairs-only'))).toEqual([]);
});

test('what is only possible makes it possible, on either side', async () => {
  const day = on('2010-06-05');
  const dated = { when: '2010-01-01/2010-12-31' };
  const pairs = [tie('CHN', 'RUS', dated), tie('RUS', 'PRK', dated)];
  await hold(...pairs, tie('PRK', 'CHN', { when: '2010~' }));
  expect(groups(await answer('pairs-only', [], day))).toEqual(['CHN PRK RUS: possible']);
  expect(groups(await answer('hub-and-spoke', [], day))).toEqual(['RUS CHN PRK: possible']);
  expect((await answer('pairs-only', [], day)).groupCount).toBe(0);
  // A joint claim that is only possible could join them.
  await hold(
    ...pairs,
    tie('PRK', 'CHN', dated),
    told('summit', 'summit', ['CHN', 'RUS', 'PRK'], { when: '2010-06' }),
  );
  expect(groups(await answer('pairs-only', [], day))).toEqual(['CHN PRK RUS: possible']);
  expect(groups(await answer('pairs-and-joint', [], day))).toEqual(['CHN PRK RUS: possible']);
  // What has no time closes nothing on a day.
  await hold(...pairs, tie('PRK', 'CHN'));
  expect(groups(await answer('pairs-only', [], day))).toEqual([]);
  expect(groups(await answer('hub-and-spoke', [], day))).toEqual(['RUS CHN PRK: possible']);
});

test('of one data set by itself', async () => {
  await hold(tie('CHN', 'RUS'), tie('RUS', 'PRK'));
  const other = told('PRK-CHN', 'alliance', ['PRK', 'CHN']).map((e) => ({
    ...e,
    ...(e.type === 'claim' ? { id: 'others/PRK-CHN' } : { claim: 'others/PRK-CHN' }),
  }));
  await store(graph, 'others', [{ ...source, dataset: 'others' }, ...other] as Entry[], vocabulary());
  expect(groups(await answer('pairs-only'))).toEqual([]);
  expect(groups(await answer('hub-and-spoke'))).toEqual(['RUS CHN PRK: sure']);
  await store(graph, 'others', [], vocabulary());
});
