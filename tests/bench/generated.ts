// Data sets made for measuring: as many claims as are asked for, the same ones each time.

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
