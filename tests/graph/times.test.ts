// When claims are dated, counted by hand: precise days, months, spells, open ends, and what has no date.
import { expect, test } from 'vitest';
import { Times } from '../../model/api.ts';
import { times } from '../../server/times.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { DATASET, source, told } from '../support/cases.ts';
import { graph, withGraph } from '../support/graph.ts';
import { empty, makeReady, store } from '../support/store.ts';

withGraph(async (graph) => {
  await empty(graph);
  await makeReady(graph);
  const entries = [
    { ...source, published: '2003-02' },
    ...told('meeting', 'summit', ['CHN', 'RUS'], { when: '2001-05-09' }),
    ...told('another', 'summit', ['CHN', 'RUS'], { when: '2001-05-09' }),
    ...told('month', 'summit', ['CHN', 'PRK'], { when: '2002-03' }),
    ...told('pact', 'defence-pact', ['CHN', 'PRK'], {
      when: '1999/..',
      says: [{ recordedAt: '2004-01-01' }],
    }),
    ...told('undated', 'summit', ['CHN', 'RUS']),
    ...told('members', 'treaty', [{ who: 'CHN', from: '2000-01-01', until: '2001-12-31' }, 'IND', 'USA'], {
      when: '2000/2003',
    }),
  ];
  await store(graph, DATASET, entries, vocabulary());
});

const of = async (...states: string[]) => Times.parse(await times(graph, states, { datasets: [] }));

test('the extent goes from the first to the last day that is named', async () => {
  const all = await of();
  expect(all.extent).toEqual({ from: '1999-01-01', until: '2003-12-31' });
  expect([all.dated, all.undated]).toEqual([5, 1]);
});

test('few times are told one by one, an open end as far as the extent goes', async () => {
  expect((await of('state:PRK')).marks).toEqual([
    { from: '1999-01-01', until: '2002-03-31', claims: 1 },
    { from: '2002-03-01', until: '2002-03-31', claims: 1 },
  ]);
  expect((await of('state:RUS')).marks).toEqual([{ from: '2001-05-09', until: '2001-05-09', claims: 2 }]);
});

test('something changes where a claim or a spell begins, and on the day after it has ended', async () => {
  expect((await of()).changes).toEqual([
    '1999-01-01',
    '2000-01-01',
    '2001-05-09',
    '2001-05-10',
    '2002-01-01',
    '2002-03-01',
    '2002-04-01',
    '2004-01-01',
  ]);
});

test('every claim that may hold is in the stretches that it may hold in', async () => {
  const { bars } = await of();
  expect(bars[0]?.from).toBe('1999-01-01');
  expect(bars.at(-1)?.until).toBe('2003-12-31');
  const on = (day: string) => bars.find((b) => b.from <= day && day <= b.until);
  expect(on('1999-06-01')).toMatchObject({ claims: 1 });
  expect(on('2001-05-09')?.claims).toBe(4);
});

test('what became known when: by publication, and by record', async () => {
  expect((await of()).known).toEqual({ public: ['2003-02-01', '2003-02-28'], held: ['2004-01-01'] });
});

test('a state without claims has no time', async () => {
  expect(await of('state:BRA')).toMatchObject({ extent: null, dated: 0, undated: 0, bars: [], marks: [] });
});
