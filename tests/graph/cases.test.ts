// Small cases by hand, for questions about claims: who came later, who abstained, what is only possible, what has no time.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { loadVocabulary } from '../../server/load/vocabulary.ts';
import { answer, claims, hold, on } from '../support/asked.ts';
import { DATASET, told } from '../support/cases.ts';
import { graph } from '../support/graph.ts';
import { withEmptyGraph } from '../support/store.ts';

withEmptyGraph();
beforeAll(async () => {
  await loadVocabulary(graph);
});

describe('a party that joined later', () => {
  beforeAll(() =>
    hold(
      told('treaty', 'alliance', ['CHN', 'RUS', { who: 'PRK', from: '2010-01-01', until: '2019-12-31' }], {
        when: '2000-01-01/..',
      }),
    ),
  );

  test('it is a claim of two before, of three from that day on, and of two again after the third left', async () => {
    for (const [day, two, three] of [
      ['2009-12-31', 1, 0],
      ['2010-01-01', 0, 1],
      ['2019-12-31', 0, 1],
      ['2020-01-01', 1, 0],
      ['1999-12-31', 0, 0],
    ] as const) {
      expect((await answer('bilateral', ['CHN', 'RUS'], on(day))).count.stands, day).toBe(two);
      expect((await answer('trilateral', ['CHN', 'RUS', 'PRK'], on(day))).count.stands, day).toBe(three);
    }
  });

  test('without a date it is both, each told on its first day', async () => {
    expect(claims(await answer('bilateral', ['CHN', 'RUS']))).toEqual(['treaty sure 2000-01-01']);
    expect(claims(await answer('trilateral'))).toEqual(['treaty sure 2010-01-01']);
    expect((await answer('trilateral')).claims[0]?.principals).toEqual([
      'state:CHN',
      'state:PRK',
      'state:RUS',
    ]);
  });

  test('over the whole life it is a claim of three only', async () => {
    expect((await answer('bilateral', [], { over: 'life' })).claims).toEqual([]);
    expect(claims(await answer('trilateral', [], { over: 'life' }))).toEqual(['treaty sure']);
    expect((await answer('sizes')).groups.map((g) => g.key)).toEqual([['3']]);
    expect((await answer('sizes', [], { over: 'day' })).groups.map((g) => g.key)).toEqual([['2'], ['3']]);
  });
});

describe('a day that is not certain', () => {
  beforeAll(() =>
    hold(
      told('spell', 'alliance', ['CHN', 'RUS', { who: 'PRK', from: '2010', until: '2012' }], {
        when: '2000-01-01/..',
      }),
      told('event', 'summit', ['IND', 'JPN'], { when: '2010-06' }),
      told('about', 'summit', ['IND', 'JPN'], { when: '2010-06-05~' }),
      told('undated', 'summit', ['IND', 'JPN']),
      told('state', 'bilateral-ties', ['IND', 'JPN'], { when: '2010-06' }),
    ),
  );

  test('of a spell: possible in the year it begins and in the year it ends, sure in between', async () => {
    for (const [day, two, three] of [
      ['2009-12-31', 'sure', undefined],
      ['2010-05-01', 'possible', 'possible'],
      ['2011-05-01', undefined, 'sure'],
      ['2012-05-01', 'possible', 'possible'],
      ['2013-01-01', 'sure', undefined],
    ] as const) {
      expect((await answer('bilateral', ['CHN', 'RUS'], on(day))).claims[0]?.certainty, day).toBe(two);
      expect((await answer('trilateral', ['CHN', 'RUS', 'PRK'], on(day))).claims[0]?.certainty, day).toBe(
        three,
      );
      // The two are in it by every reading.
      expect((await answer('joint', ['CHN', 'RUS'], on(day))).claims[0]?.certainty, day).toBe('sure');
    }
  });

  test('of a claim: an event was on one day of the month, a condition on all of it', async () => {
    const day = await answer('bilateral', ['IND', 'JPN'], on('2010-06-05'));
    expect(claims(day)).toEqual(['event possible', 'about possible', 'undated undated', 'state sure']);
    expect(day.count).toMatchObject({ stands: 1, asserted: 1, possible: 2, undated: 1 });
    const month = await answer('bilateral', ['IND', 'JPN'], { from: '2010-06-01', until: '2010-06-30' });
    expect(claims(month)).toEqual(['event sure', 'about possible', 'undated undated', 'state sure']);
    expect(claims(await answer('bilateral', ['IND', 'JPN'], on('2010-07-01')))).toEqual(['undated undated']);
  });

  test('where no day is asked for, nothing is uncertain about it', async () => {
    expect((await answer('bilateral', ['IND', 'JPN'])).count).toMatchObject({
      stands: 4,
      possible: 0,
      undated: 0,
    });
  });
});

describe('sides', () => {
  const vote = (who: string, side: string) => ({ who, role: 'voter', side });
  beforeAll(() =>
    hold(
      told('agree', 'roll-call', [
        vote('CHN', 'yes'),
        vote('RUS', 'yes'),
        vote('USA', 'no'),
        vote('IND', 'abstain'),
      ]),
      told('abstain', 'roll-call', [vote('CHN', 'abstain'), vote('RUS', 'abstain'), vote('USA', 'yes')]),
      told('accuse', 'accusation', ['USA', ...['CHN', 'RUS'].map((who) => ({ who, role: 'accused' }))]),
      told('treaty', 'treaty', ['CHN', 'RUS', 'USA']),
      told('oppose', 'shared-stance', ['CHN', 'RUS', { who: 'USA', role: 'addressed' }]),
    ),
  );
  const sides = async (...codes: string[]) => {
    const { groups: found } = await answer('sides', codes);
    const titles = (word: string) =>
      found
        .flatMap((g) => (g.key[0] === word ? g.claims.map((c) => c.slice(DATASET.length + 1)) : []))
        .sort();
    return { same: titles('same'), opposite: titles('opposite') };
  };

  test('two: equal sides, abstention included; accused together is not together', async () => {
    expect(await sides('CHN', 'RUS')).toEqual({ same: ['abstain', 'agree', 'oppose'], opposite: [] });
  });

  test('an abstention is against nobody; actors are against addressees where there are no sides', async () => {
    expect(await sides('CHN', 'USA')).toEqual({ same: [], opposite: ['accuse', 'agree', 'oppose'] });
    expect(await sides('CHN', 'IND')).toEqual({ same: [], opposite: [] });
  });

  test('three: all of them on one side, or at least two on different ones', async () => {
    expect(await sides('CHN', 'RUS', 'USA')).toEqual({ same: [], opposite: ['accuse', 'agree', 'oppose'] });
    const { groups: found } = await answer('sides', ['CHN', 'RUS', 'IND', 'USA']);
    expect(found.find((g) => g.claims.includes(`${DATASET}/agree`))?.key).toEqual([
      'opposite',
      'state:CHN',
      'state:RUS',
      'state:USA',
    ]);
  });

  test('of the whole world, by claim', async () => {
    expect(await sides()).toEqual({
      same: ['abstain', 'agree', 'oppose'],
      opposite: ['accuse', 'agree', 'oppose'],
    });
  });
});

describe('the rest', () => {
  test('joint: incomplete claims count as at least so many', async () => {
    await hold(
      told('some', 'summit', ['CHN', 'RUS', 'PRK'], { incomplete: true }),
      told('two', 'summit', ['CHN', 'RUS']),
    );
    expect(claims(await answer('joint'))).toEqual(['some sure']);
    expect(claims(await answer('joint', ['CHN', 'RUS']))).toEqual(['some sure', 'two sure']);
    expect((await answer('trilateral')).claims).toEqual([]);
    expect((await answer('sizes')).groups.map((g) => g.key)).toEqual([['2'], ['3+']]);
  });

  test('mixed roles: a mediator among signatories; host and guest are of one family', async () => {
    await hold(
      told('mixed', 'treaty', [
        { who: 'CHN', role: 'mediator' },
        { who: 'IRN', role: 'signatory' },
        { who: 'SAU', role: 'signatory' },
      ]),
      told('visit', 'summit', [
        { who: 'CHN', role: 'host' },
        { who: 'IRN', role: 'guest' },
        { who: 'SAU', role: 'guest' },
      ]),
    );
    const mixed = await answer('mixed-roles');
    expect(mixed.groups.map((g) => g.key)).toEqual([['agreement', 'mediation']]);
    expect(claims(mixed)).toEqual(['mixed sure']);
  });

  test('disputes: contested and unverified, and nothing else', async () => {
    await hold(
      told('contested', 'summit', ['CHN', 'RUS'], { says: [{}, { stance: 'denies' }] }),
      told('unverified', 'treaty', ['CHN', 'RUS'], { says: [{}, { stance: 'reports-absence' }] }),
      told('asserted', 'treaty', ['CHN', 'RUS'], { says: [{}, { stance: 'qualifies' }] }),
      told('denied', 'treaty', ['CHN', 'RUS'], { says: [{ stance: 'denies' }] }),
    );
    const { count, groups: found } = await answer('disputes');
    expect(count).toMatchObject({ contested: 1, unverified: 1, stands: 2 });
    expect(found.map((g) => g.key)).toEqual([['summit'], ['treaty']]);
  });

  test('around: in any part, acting for somebody, and only while it takes part', async () => {
    const speaker: Entry = {
      type: 'entity',
      id: 'person:speaker',
      dataset: DATASET,
      label: 'Person',
      names: { en: 'Speaker' },
    };
    await hold(
      [speaker],
      told('fought', 'troop-deployment', [
        'PRK',
        { who: 'RUS', part: 'addressee' },
        { who: 'UKR', part: 'affected' },
      ]),
      told('acted', 'summit', ['CHN', { who: 'RUS', by: 'person:speaker' }]),
      told('member', 'alliance', ['CHN', 'RUS', { who: 'UKR', from: '2010-01-01' }], {
        when: '2000-01-01/..',
      }),
    );
    expect(claims(await answer('around', ['UKR']))).toEqual(['fought sure', 'member sure 2010-01-01']);
    expect(claims(await answer('around', ['UKR'], on('2005-01-01')))).toEqual(['fought undated']);
    expect(claims(await answer('around', [], {}, { states: ['person:speaker'] }))).toEqual(['acted sure']);
  });

  test('pairs: a claim of three gives each pair one tie; addressees have none with each other', async () => {
    await hold(
      told('treaty', 'treaty', ['CHN', 'RUS', 'PRK']),
      told('two', 'treaty', ['CHN', 'RUS']),
      told('aid', 'aid', ['USA', { who: 'IND', role: 'recipient' }, { who: 'JPN', role: 'recipient' }]),
    );
    const { pairs, groupCount } = await answer('pairs');
    expect(
      pairs.map((p) => `${p.a.slice(6)} ${p.b.slice(6)} ${p.sign} ${p.asserted} ${p.bilateral}`),
    ).toEqual(['CHN PRK + 1 0', 'CHN RUS + 2 1', 'IND USA + 1 0', 'JPN USA + 1 0', 'PRK RUS + 1 0']);
    expect(groupCount).toBe(5);
  });

  test('origins: two repeats of one report are one', async () => {
    await hold(
      told('repeated', 'treaty', ['CHN', 'RUS'], {
        says: [{ origin: 'agency' }, { origin: 'agency', locator: 'p. 2' }],
      }),
      told('two', 'treaty', ['CHN', 'RUS'], { says: [{ origin: 'agency' }, { origin: 'ministry' }] }),
    );
    const { count } = await answer('bilateral', [], { origins: 2 });
    expect(count).toMatchObject({ stands: 1, asserted: 1, tooFewOrigins: 1 });
  });
});

describe('who takes part', () => {
  const THREE = ['state:CHN', 'state:PRK', 'state:RUS'];
  beforeAll(() =>
    hold(
      told(
        'lasting',
        'treaty',
        [
          { who: 'RUS', side: 'A' },
          { who: 'CHN', side: 'A' },
          { who: 'PRK', role: 'mediator', side: 'A' },
        ],
        {
          says: [{}, { stance: 'denies' }],
        },
      ),
      told('growing', 'alliance', ['CHN', 'RUS', { who: 'PRK', from: '2010-01-01' }], {
        when: '2000-01-01/..',
      }),
    ),
  );

  test.each([
    ['around', { lasting: THREE, growing: ['state:CHN', 'state:RUS'] }],
    ['bilateral', { growing: ['state:CHN', 'state:RUS'] }],
    ['trilateral', { lasting: THREE, growing: THREE }],
    ['joint', { lasting: THREE, growing: THREE }],
    ['mixed-roles', { lasting: THREE }],
    ['sides', { lasting: THREE }],
    ['disputes', { lasting: THREE }],
    ['sizes', { lasting: THREE, growing: THREE }],
  ])('%s tells it of claims that change and of claims that do not', async (id, expected) => {
    for (const states of [[], ['CHN', 'PRK', 'RUS']]) {
      const { claims } = await answer(id, states);
      expect(Object.fromEntries(claims.map((c) => [c.claim.title, c.principals]))).toEqual(expected);
      expect(claims.map((c) => c.actors)).toEqual(claims.map((c) => c.principals));
    }
  });
});
