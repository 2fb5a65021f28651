// Data sets made for measuring: as many claims as are asked for, the same ones each time.
import { vocabulary } from '../../server/vocabulary.ts';

const codes =
  'CHN RUS PRK IND USA JPN UKR FRA DEU GBR ITA ESP POL TUR IRN IRQ SAU EGY ISR PAK BGD VNM THA IDN MYS PHL AUS NZL CAN MEX BRA ARG CHL PER COL VEN CUB ZAF NGA KEN ETH DZA MAR TUN LBY SYR JOR LBN KWT QAT ARE OMN YEM KAZ UZB TKM KGZ TJK MNG KOR'.split(
    ' ',
  );

/** Numbers that look random and are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The entries of a data set, one JSON line each.
 * @param claims how many claims; each has two to five parties and two statements
 */
export function* generated(dataset: string, claims: number): Generator<string> {
  const next = random(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const source = `https://example.org/${dataset}`;
  yield JSON.stringify({
    type: 'dataset',
    id: dataset,
    title: `Generated, ${claims} claims`,
    coverage: [],
    start: { states: codes.slice(0, 60).map((c) => `state:${c}`), claims: [] },
  });
  yield JSON.stringify({ type: 'source', id: source, dataset, title: 'Generated' });
  for (let i = 0; i < claims; i++) {
    const n = pick([2, 2, 2, 2, 3, 4, 5]);
    const parties = new Set<string>();
    while (parties.size < n) parties.add(pick(codes));
    const id = `${dataset}/c${i}`;
    yield JSON.stringify({
      type: 'claim',
      id,
      title: `Claim ${i}`,
      kinds: [pick(['bilateral-ties', 'tension', 'memorandum', 'summit'])],
      modality: pick(['done', 'agreed', 'alleged']),
      incomplete: false,
      parties: [...parties].map((code) => ({ entity: `state:${code}`, role: 'party' })),
    });
    for (const stance of ['asserts', pick(['asserts', 'asserts', 'denies'])])
      yield JSON.stringify({
        type: 'statement',
        claim: id,
        source,
        stance,
        confidence: next() < 0.1 ? null : Math.floor(next() * 101),
        basis: 'stated',
        locator: `${stance} ${i} ${Math.floor(next() * 1e6)}`,
      });
  }
}

/**
 * The entries of a data set that ties every pair of some states, one JSON line each; every second pair has two claims.
 * @param states how many states; 27 make 351 pairs and 533 claims
 */
export function* everyPair(dataset: string, states: number): Generator<string> {
  const some = codes.slice(0, states);
  const source = `https://example.org/${dataset}`;
  const start = { states: some.map((c) => `state:${c}`), claims: [] };
  yield JSON.stringify({
    type: 'dataset',
    id: dataset,
    title: `All pairs of ${states} states`,
    coverage: [],
    start,
  });
  yield JSON.stringify({ type: 'source', id: source, dataset, title: 'Generated' });
  for (const [i, a] of some.entries())
    for (const [j, b] of some.entries())
      for (const kind of i >= j
        ? []
        : (i + j) % 2 === 0
          ? ['bilateral-ties']
          : ['bilateral-ties', 'tension']) {
        const id = `${dataset}/${a}-${b}-${kind}`;
        yield JSON.stringify({
          type: 'claim',
          id,
          title: `${a} and ${b}, ${kind}`,
          kinds: [kind],
          modality: 'done',
          incomplete: false,
          parties: [a, b].map((code) => ({ entity: `state:${code}`, role: 'party' })),
        });
        const says = {
          type: 'statement',
          claim: id,
          source,
          stance: 'asserts',
          confidence: 60,
          basis: 'stated',
        };
        yield JSON.stringify({ ...says, locator: id });
      }
}

/** The head of a data set and its one source, one JSON line each. */
function* headOf(dataset: string, title: string): Generator<string> {
  yield JSON.stringify({ type: 'dataset', id: dataset, title, coverage: [] });
  yield JSON.stringify({ type: 'source', id: sourceOf(dataset), dataset, title });
}

const sourceOf = (dataset: string) => `https://example.org/${dataset}`;

/** What one source says of a claim, as a table of events or votes has it. */
const coded = (dataset: string, claim: string) =>
  JSON.stringify({
    type: 'statement',
    claim,
    source: sourceOf(dataset),
    stance: 'asserts',
    confidence: null,
    basis: 'stated',
  });

/** How many of `total` things the one of `n` at place `i` has, shared out evenly. */
const share = (total: number, n: number, i: number) =>
  Math.floor(((i + 1) * total) / n) - Math.floor((i * total) / n);

/**
 * A data set of the shape of the UN votes: few claims, each with most states of the world as parties, on sides.
 * @param parties of all claims together
 */
export function* generatedVotes(dataset: string, claims: number, parties: number): Generator<string> {
  const next = random(11);
  const states = [...vocabulary().states.keys()].slice(0, 190);
  yield* headOf(dataset, `Generated, ${parties} votes`);
  for (let i = 0; i < claims; i++) {
    const id = `${dataset}/r${i}`;
    const first = Math.floor(next() * states.length);
    yield JSON.stringify({
      type: 'claim',
      id,
      title: `Roll call ${i}`,
      kinds: ['roll-call'],
      when: `${1946 + Math.floor((i * 75) / claims)}-10-${String(1 + (i % 28)).padStart(2, '0')}`,
      modality: 'done',
      incomplete: false,
      parties: Array.from({ length: share(parties, claims, i) }, (_, k) => ({
        entity: states[(first + k) % states.length],
        role: 'voter',
        side: next() < 0.7 ? 'yes' : next() < 0.5 ? 'no' : 'abstain',
      })),
    });
    yield coded(dataset, id);
  }
}

/**
 * A data set of the shape of ATOP: alliances whose members come and go.
 * @param spells of the members of all alliances together
 */
export function* generatedSpells(dataset: string, claims: number, spells: number): Generator<string> {
  const next = random(13);
  const states = [...vocabulary().states.keys()].slice(0, 190);
  yield* headOf(dataset, `Generated, ${spells} spells`);
  for (let i = 0; i < claims; i++) {
    const id = `${dataset}/a${i}`;
    const year = 1815 + Math.floor(next() * 190);
    const first = Math.floor(next() * states.length);
    yield JSON.stringify({
      type: 'claim',
      id,
      title: `Alliance ${i}`,
      kinds: next() < 0.5 ? ['defence-pact', 'consultation-pact'] : ['non-aggression-pact'],
      when: `${year}-03-01/${year + 12}-06-30`,
      modality: 'in-force',
      incomplete: false,
      parties: Array.from({ length: share(spells, claims, i) }, (_, k) => ({
        entity: states[(first + k) % states.length],
        role: 'member',
        from: `${year + (k % 3)}-03-01`,
        until: `${year + 12}-06-30`,
      })),
      properties: { code: i, phase: 1 },
    });
    yield coded(dataset, id);
  }
}

/**
 * A table of alliances, a row a member, and the mapping that reads it: for what the first reading of a table costs.
 * @param claims how many; each has three members
 */
export function generatedTable(dataset: string, claims: number): { mapping: string; table: string } {
  const states = [...vocabulary().states.values()].flatMap(({ iso3 }) => iso3 ?? []).slice(0, 190);
  const rows = Array.from({ length: claims * 3 }, (_, row) => {
    const claim = Math.floor(row / 3);
    const year = 1815 + (claim % 190);
    return `${claim},${states[row % states.length]},${year},${1 + (row % 12)},${year + 12},${claim % 2},1`;
  });
  const mapping = `
dataset: { id: ${dataset}, title: "Generated, ${claims} alliances", url: "${sourceOf(dataset)}", coverage: [] }
tables: { members: {} }
claims:
  row: party
  id: "{id}"
  title: "{_kind} of {_parties}"
  kinds: { flags: { defence: defence-pact, consultation: consultation-pact } }
  modality: { is: in-force }
  when: parties
  parties:
    - entity: { column: state, as: iso3 }
      role: { is: member }
      from: { year: year, month: month }
      until: { year: end }
`;
  return { mapping, table: `id,state,year,month,end,defence,consultation\n${rows.join('\n')}\n` };
}

/**
 * A data set of the whole world in small: treaties of three and more, a hub with many pairs, several claims of one pair,
 * and a ring of neighbours whose claims end in 2005.
 */
export function* generatedWorld(dataset: string): Generator<string> {
  const states = [...vocabulary().states.values()].filter((s) => s.iso3 !== undefined).map((s) => s.id);
  yield* headOf(dataset, 'Generated, the world');
  function* claim(name: string, kind: string, when: string, parties: readonly string[]) {
    const id = `${dataset}/${name}`;
    yield JSON.stringify({
      type: 'claim',
      id,
      title: `Claim ${name}`,
      kinds: [kind],
      when,
      modality: 'in-force',
      incomplete: false,
      parties: parties.map((entity) => ({ entity, role: 'member' })),
    });
    yield coded(dataset, id);
  }
  const ring = states.slice(0, 120);
  for (const [i, id] of ring.entries())
    yield* claim(`ring-${i}`, 'non-aggression-pact', '1990-01-01/2005-12-31', [
      id,
      ring[(i + 1) % ring.length] ?? '',
    ]);
  const spokes = states.filter((id) => id !== 'state:CHN' && id !== 'state:RUS').slice(0, 40);
  for (const [i, id] of spokes.entries())
    yield* claim(`hub-${i}`, 'consultation-pact', '1990-01-01/..', ['state:CHN', id]);
  for (let i = 0; i < 3; i++)
    yield* claim(`pair-${i}`, 'defence-pact', `199${i}-01-01/..`, ['state:CHN', 'state:RUS']);
  yield* claim('tension', 'tension', '1995-01-01/..', ['state:CHN', 'state:RUS']);
  yield* claim('of-34', 'non-aggression-pact', '1990-01-01/..', states.slice(0, 34));
  yield* claim('of-5', 'defence-pact', '1991-01-01/2005-12-31', states.slice(30, 35));
  yield* claim('of-3', 'defence-pact', '1992-01-01/..', ['state:CHN', 'state:RUS', 'state:PRK']);
}
