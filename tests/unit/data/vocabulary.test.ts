// The vocabulary: every row is well-formed, every code leads to one id, and the numbers stand where they may.
import { describe, expect, test } from 'vitest';
import { confidenceOfCredibility } from '../../../model/confidence.ts';
import { Day } from '../../../model/time.ts';
import { cells, kindOf, kinds, roleOf, roles, scales, states } from './files.ts';

const twice = (list: string[]) => list.filter((x, i) => list.indexOf(x) !== i);
const set = (list: (string | undefined)[]) => list.filter((x) => x !== undefined);

describe('states', () => {
  const byCow = new Map(states.flatMap((s) => s.cow.map((code) => [code, s.id])));
  const byLetters = new Map(states.flatMap((s) => s.cowLetters.map((code) => [code, s.id])));

  test('are 197 of today and 26 historical ones', () => {
    expect(states.filter((s) => s.iso3 !== undefined)).toHaveLength(197);
    expect(states.filter((s) => s.iso3 === undefined)).toHaveLength(26);
  });

  test('have ids, ISO codes, COW codes and Wikidata ids of their own', () => {
    expect(twice(states.map((s) => s.id))).toEqual([]);
    expect(twice(set(states.map((s) => s.iso3)))).toEqual([]);
    expect(twice(set(states.map((s) => s.iso2)))).toEqual([]);
    expect(twice(set(states.map((s) => s.isoNumeric)))).toEqual([]);
    expect(twice(states.flatMap((s) => s.cow))).toEqual([]);
    expect(twice(states.flatMap((s) => s.cowLetters))).toEqual([]);
    expect(twice(set(states.map((s) => s.wikidata)))).toEqual([]);
    expect(states.filter((s) => s.wikidata === undefined)).toEqual([]);
  });

  test('are named by ISO code, else by COW number', () => {
    for (const s of states)
      expect(s.id).toBe(s.iso3 === undefined ? `state:cow-${s.cow[0]}` : `state:${s.iso3}`);
    for (const s of states) expect(s.isoNumeric ?? '000').toMatch(/^\d{3}$/);
  });

  test('resolve from the codes of the Correlates of War', () => {
    // Four more are states of the past that its list of members has not, with their numbers in GeoPolHist.
    expect(byCow.size).toBe(221);
    // Four states have a second spelling in older files of the Correlates of War: USR, ZAI, RUM, VTM.
    expect(byLetters.size).toBe(221);
    expect(byLetters.get('USR')).toBe('state:RUS');
    // biome-ignore format: a table
    const known = {
      2: 'USA', 200: 'GBR', 220: 'FRA', 240: 'cow-240', 255: 'DEU', 260: 'cow-260', 265: 'cow-265',
      300: 'cow-300', 305: 'AUT', 315: 'cow-315', 316: 'CZE', 327: 'cow-327', 345: 'SRB', 347: 'XKX',
      365: 'RUS', 511: 'cow-511', 640: 'TUR', 678: 'cow-678', 679: 'YEM', 680: 'cow-680', 710: 'CHN',
      713: 'TWN', 730: 'cow-730', 731: 'PRK', 732: 'KOR', 740: 'JPN', 816: 'VNM', 817: 'cow-817',
      860: 'TLS', 990: 'WSM',
    };
    for (const [code, id] of Object.entries(known)) expect(byCow.get(code), code).toBe(`state:${id}`);
    expect(byLetters.get('AUS')).toBe('state:AUT');
    expect(byLetters.get('AUL')).toBe('state:AUS');
    expect(byLetters.get('CZE')).toBe('state:cow-315');
    expect(byLetters.get('GMY')).toBe('state:DEU');
  });

  test('have spells whose ends pair up, in order; the open end comes last', () => {
    for (const s of states) {
      const from = s.from === '' ? [] : s.from.split('|');
      const until = s.until === '' ? [] : s.until.split('|');
      expect(from.length, s.id).toBe(until.length);
      const days = from.flatMap((day, i) => [day, until[i] ?? '']);
      expect(
        days.every((d, i) => (d === '..' ? i === days.length - 1 : Day.safeParse(d).success)),
        s.id,
      ).toBe(true);
      const closed = days.filter((d) => d !== '..');
      expect(closed, s.id).toEqual([...closed].sort());
      expect(from.length === 0, s.id).toBe(s.cow.length === 0);
    }
  });

  test('have names that lead to one of them alone, and a capital with its place', () => {
    const owner = new Map<string, string>();
    for (const s of states) {
      for (const name of [s.name, ...s.aliases]) {
        const key = name.toLowerCase();
        expect(owner.get(key) ?? s.id, name).toBe(s.id);
        owner.set(key, s.id);
      }
      expect(twice([s.name, ...s.aliases].map((n) => n.toLowerCase())), s.id).toEqual([]);
      expect([s.capital, s.lon, s.lat], s.id).not.toContain(undefined);
    }
    // biome-ignore format: a table
    const typed = {
      DPRK: 'PRK', PRC: 'CHN', USSR: 'RUS', UK: 'GBR', America: 'USA', Burma: 'MMR', 'Ivory Coast': 'CIV',
      Yugoslavia: 'SRB', 'Ottoman Empire': 'TUR', Prussia: 'DEU', GDR: 'cow-265', 'Viet Nam': 'VNM',
      Swaziland: 'SWZ', Zaire: 'COD', Persia: 'IRN', 'Republic of Korea': 'KOR', Macedonia: 'MKD',
    };
    for (const [name, id] of Object.entries(typed))
      expect(owner.get(name.toLowerCase()), name).toBe(`state:${id}`);
  });

  test('have names in other languages', () => {
    const china = states.find((s) => s.id === 'state:CHN');
    expect(china?.names).toEqual({
      fr: 'Chine',
      es: 'China',
      ru: 'Китай',
      zh: '中国',
      ar: 'الصين',
      de: 'China',
    });
    for (const s of states.filter((x) => x.iso3 !== undefined))
      expect(Object.keys(s.names).sort(), s.id).toEqual(['ar', 'de', 'es', 'fr', 'ru', 'zh']);
  });
});

describe('kinds', () => {
  test('have ids and labels of their own and a sentence each', () => {
    expect(twice(kinds.map((k) => k.id))).toEqual([]);
    expect(twice(kinds.map((k) => k.label))).toEqual([]);
    for (const k of kinds) expect(k.description, k.id).toMatch(/\.$/);
  });

  test('have a commitment only where they are cooperative events or instruments', () => {
    for (const k of kinds.filter((x) => x.commitment !== undefined)) {
      expect(['event', 'instrument'], k.id).toContain(k.nature);
      expect([k.within, k.across], k.id).toContain('+');
      expect([k.within, k.across], k.id).not.toContain('-');
    }
  });

  test('have the commitments of the ladder', () => {
    const rungs = [
      ['joint-appearance', 'joint-statement'],
      ['summit', 'leader-visit', 'consultation'],
      ['memorandum', 'economic-agreement', 'infrastructure-project', 'recognition', 'treaty'],
      ['personnel-support', 'troop-deployment', 'material-support', 'arms-transfer'],
      ['neutrality-pact', 'non-aggression-pact'],
      ['defence-pact', 'offence-pact', 'formal-alliance'],
      ['command-arrangement'],
    ];
    for (const [i, rung] of rungs.entries())
      for (const id of rung) expect(kindOf.get(id)?.commitment, id).toBe(i + 1);
  });

  test('have CAMEO, PLOVER and Goldstein values only where they are events or instruments', () => {
    for (const k of kinds.filter((x) => x.nature === 'condition' || x.nature === 'assessment'))
      expect([k.cameo, k.plover, k.goldstein], k.id).toEqual([undefined, undefined, undefined]);
    for (const k of kinds) expect(k.goldstein === undefined, k.id).toBe(k.cameo === undefined);
  });

  test('have a kind for each root of CAMEO, with its zero and its Goldstein value', () => {
    const roots = kinds.filter((k) => k.id.startsWith('cameo-'));
    expect(roots.map((k) => k.cameo)).toEqual(
      Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
    expect(roots.map((k) => k.goldstein)).toEqual([
      0, 3, 4, 1, 3.5, 6, 7, 5, -2, -5, -2, -4, -6, -6.5, -7.2, -4, -7, -9, -10, -10,
    ]);
    expect(cells('kinds.csv').find((k) => k.id === 'show-of-force')?.cameo).toBe('017');
  });
});

describe('roles', () => {
  test('have ids of their own', () => {
    expect(twice(roles.map((r) => r.id))).toEqual([]);
  });

  test('have a sign where they are affected, and there alone', () => {
    for (const r of roles) expect(r.sign === undefined, r.id).toBe(r.part !== 'affected');
    expect(roleOf.get('country-fought-in')?.sign).toBe('-');
  });

  test('put host and guest in one family', () => {
    expect(roleOf.get('guest')?.family).toBe(roleOf.get('host')?.family);
    expect(roleOf.get('mediator')?.family).not.toBe(roleOf.get('party')?.family);
  });
});

describe('scales', () => {
  test('are the five of STIX 2.1, appendix A, and words of likelihood are never computed', () => {
    expect(scales.map((s) => [s.id, s.computed])).toEqual([
      ['stix-none-low-med-high', true],
      ['stix-0-10', true],
      ['admiralty-credibility', true],
      ['wep', false],
      ['dni', false],
    ]);
  });

  test('cover 0 to 100 without gap or overlap, each value in its own range', () => {
    for (const scale of scales) {
      const ranges = scale.values.flatMap((v) => (v.from === null ? [] : [v]));
      const covered = ranges.flatMap(({ from, to }) =>
        Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i) => (from ?? 0) + i),
      );
      expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: 101 }, (_, i) => i));
      for (const { word, from, to, value } of ranges)
        expect(value !== null && value >= (from ?? 0) && value <= (to ?? 0), word).toBe(true);
    }
  });

  test('give credibility the numbers that the model has', () => {
    const admiralty = scales.find((s) => s.id === 'admiralty-credibility');
    expect(admiralty?.values.map((v) => v.value)).toEqual(Object.values(confidenceOfCredibility));
    expect(admiralty?.values.map((v) => v.word.slice(0, 1))).toEqual(Object.keys(confidenceOfCredibility));
  });
});
