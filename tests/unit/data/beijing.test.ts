// The shipped data set by plain parsing and model/judge.ts: its facts and counts, the numbers written out here.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../model/claim.ts';
import { confidenceOfCredibility } from '../../../model/confidence.ts';
import { weigh, weighable } from '../../../model/judge.ts';
import { defaultLens, resolveLens } from '../../../model/lens.ts';
import { isPrincipal, type PreparedClaim, prepare, signOf } from '../../../model/parties.ts';
import type { Statement } from '../../../model/statement.ts';
import { meets, spellOf } from '../../../model/time.ts';
import { find, readTexts } from '../../../server/load/quotes.ts';
import { beijing, kindOf, roleOf, states } from './files.ts';

const THREE = ['state:CHN', 'state:PRK', 'state:RUS'];
const [CHN, PRK, RUS] = ['state:CHN', 'state:PRK', 'state:RUS'];

/** A claim of the file, prepared, with its principals and its statements. */
function fromFile(c: (typeof beijing.claims)[number]) {
  const { kind, kinds, statements, id, ...rest } = c;
  const claim: Claim = { ...rest, type: 'claim', id: `beijing-2025/${id}`, kinds: kinds ?? [kind ?? ''] };
  const prepared = prepare(claim, { kinds: kindOf, roles: roleOf });
  const principals = prepared.parties.filter(isPrincipal);
  return {
    id,
    claim,
    prepared,
    principals: [...new Set(principals.map((p) => p.entity))].sort(),
    actors: principals.filter((p) => p.part === 'actor').map((p) => p.entity),
    sign: signOf(principals, prepared.within, prepared.across),
    statements: statements.map((s) => ({
      ...s,
      type: 'statement' as const,
      claim: claim.id,
      confidence: s.confidence ?? null,
      quote: typeof s.quote === 'string' ? { exact: s.quote } : s.quote,
    })) satisfies Statement[],
  };
}
const claims = beijing.claims.map(fromFile);
type Read = (typeof claims)[number];
const ids = (list: Read[]) => list.map((c) => c.id).sort();
const statements = claims.flatMap((c) => c.statements);
const verdict = (c: Read, threshold = 0) =>
  weigh(
    c.statements.map((s) => weighable(s, undefined)),
    resolveLens({ ...defaultLens, threshold }),
  );
const standing = (list: Read[], threshold = 0) => list.filter((c) => verdict(c, threshold).stands);
const count = (list: (string | number | null)[]) =>
  Object.fromEntries([...new Set(list)].map((x) => [x, list.filter((y) => y === x).length]));
const arity = (c: Read) => (c.prepared.incomplete ? 'at least' : c.principals.length);
const joint = claims.filter((c) => THREE.every((s) => c.principals.includes(s)));
const trilateral = joint.filter((c) => arity(c) === 3);
const between = (a = '', b = '') =>
  claims.filter((c) => arity(c) === 2 && c.principals.includes(a) && c.principals.includes(b));

describe('the file', () => {
  test('has 33 claims and 43 statements', () => {
    expect(claims).toHaveLength(33);
    expect(statements).toHaveLength(43);
    expect(count(statements.map((s) => s.stance))).toEqual({
      asserts: 29,
      denies: 4,
      'reports-absence': 7,
      qualifies: 3,
    });
  });

  test('is 2 unilateral, 13 bilateral, 10 trilateral, 2 of four, 6 of at least so many', () => {
    expect(count(claims.map(arity))).toEqual({ 1: 2, 2: 13, 3: 10, 4: 2, 'at least': 6 });
  });

  test('is 23 asserted, 2 contested, 4 unevidenced, 3 open, 1 denied', () => {
    expect(count(claims.map((c) => verdict(c).state))).toEqual({
      asserted: 23,
      contested: 2,
      unevidenced: 4,
      open: 3,
      denied: 1,
    });
  });

  test('names only what it declares or the vocabulary has', () => {
    const known = new Set([...beijing.entities, ...states].map((e) => e.id));
    const named = [
      ...claims.flatMap((c) =>
        c.claim.parties.flatMap((p) => [p.entity, ...(p.by === undefined ? [] : [p.by].flat())]),
      ),
      ...statements.flatMap((s) => s.attributedTo ?? []),
      ...(beijing.dataset.start?.states ?? []),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const own = new Set([...known, ...claims.map((c) => c.claim.id)]);
    const places = Object.values(beijing.dataset.places ?? {}).flatMap((view) => Object.keys(view));
    expect(places.filter((key) => !own.has(key))).toEqual([]);
  });

  test('lets persons act only for states whose office they hold on that day', () => {
    let acting = 0;
    for (const c of claims)
      for (const p of c.claim.parties.filter((x) => x.by !== undefined)) {
        const person = beijing.entities.find((e) => e.id === p.by);
        const office = person?.represents?.find((r) => r.entity === p.entity);
        const span = office && spellOf(office.from, office.until);
        expect(span && meets(span, '2025-09-03', '2025-09-03'), `${c.id} ${p.by}`).toBe('sure');
        acting++;
      }
    expect(acting).toBe(10);
  });

  test('starts with the three and four claims', () => {
    expect([...(beijing.dataset.start?.states ?? [])].sort()).toEqual(THREE);
    expect(beijing.dataset.start?.claims.map((c) => c.claim)).toEqual([
      'joint-appearance',
      'binding-defence-pact',
      'coordinated-bloc',
      'gas-pipeline-memorandum',
    ]);
  });
});

describe('the grades', () => {
  test('are 18 at 70, 17 at 50, 1 at 30, 7 unknown, as STIX has it of the credibility', () => {
    expect(count(statements.map((s) => s.confidence))).toEqual({ 70: 18, 50: 17, 30: 1, null: 7 });
    for (const s of statements) {
      expect(s.credibility).toBeDefined();
      expect(s.confidence).toBe(s.credibility && confidenceOfCredibility[s.credibility]);
      expect(s.assessedBy).toBe('coder');
      expect(s.recordedAt).toBe('2026-11-24');
    }
  });

  test('give the article F, and no number to what is implied or claimed of others', () => {
    expect(beijing.sources.map((s) => [s.key, s.reliability])).toEqual([
      ['article', 'F'],
      ['coder', undefined],
    ]);
    expect(statements.filter((s) => s.confidence === null).map((s) => s.claim.slice(13))).toEqual([
      'coordinated-bloc',
      'coordinated-bloc',
      'deeper-military-cooperation',
      'acceptance-of-russia-north-korea-ties',
      'conspiracy-against-us',
      'permanent-combat-deployment',
      'nuclear-status-recognition',
    ]);
    expect(count(statements.map((s) => s.basis))).toEqual({ stated: 38, implied: 4, inferred: 1 });
  });
});

describe('the quotes', () => {
  const article = beijing.sources.find((s) => s.key === 'article');

  test('have six words at most, by white space and by dashes and commas', () => {
    for (const s of statements) {
      const words = s.quote?.exact.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
      expect(words.length, s.quote?.exact).toBeGreaterThan(0);
      expect(words.length, s.quote?.exact).toBeLessThanOrEqual(6);
    }
  });

  test('carry their check, made against the text that the source names', () => {
    expect(article?.id).toBe(article?.textHash);
    for (const s of statements)
      expect(s.quote?.check).toEqual({
        result: 'verbatim',
        hash: article?.textHash,
        by: 'Entente maintainers',
        at: '2026-11-24',
      });
  });

  test("say what the program's own check says, wherever the text is at hand", () => {
    // The article is not shipped: it lies beside the repository, or in the folder that ENTENTE_TEXTS names.
    const folders = [process.env.ENTENTE_TEXTS ?? '', path.resolve('../shared/sources')];
    const hashes = new Set(statements.flatMap((s) => s.quote?.check?.hash ?? []));
    expect(hashes.size).toBe(1);
    for (const folder of folders.filter((f) => f !== '' && existsSync(f)))
      for (const [hash, text] of readTexts(folder, hashes))
        for (const { quote } of statements)
          if (quote !== undefined && quote.check?.hash === hash)
            expect([quote.exact, find(quote, text)]).toEqual([quote.exact, quote.check.result]);
  });

  test('come from a source that has an id of its own; the coder is named by the hash of its note', () => {
    const coder = beijing.sources.find((s) => s.key === 'coder');
    expect(coder?.id).toBe(
      `sha256:${createHash('sha256')
        .update(coder?.note ?? '')
        .digest('hex')}`,
    );
  });
});

describe('China, Russia and North Korea', () => {
  test('trilateral: 4 stand, 6 do not', () => {
    expect(count(trilateral.map((c) => verdict(c).state))).toEqual({
      asserted: 3,
      contested: 1,
      unevidenced: 4,
      denied: 1,
      open: 1,
    });
    expect(ids(standing(trilateral))).toEqual([
      'acceptance-of-russia-north-korea-ties',
      'coordinated-bloc',
      'joint-appearance',
      'strategic-differences',
    ]);
  });

  test('joint: 9 stand, in 7 of them all three are actors', () => {
    const stand = standing(joint);
    expect(stand).toHaveLength(9);
    expect(stand.filter((c) => THREE.every((s) => c.actors.includes(s)))).toHaveLength(7);
  });

  test('bilateral, by pair', () => {
    const pair = (a = '', b = '') =>
      count(between(a, b).map((c) => `${verdict(c).state} ${verdict(c).stands ? c.sign : ''}`.trim()));
    expect(pair(CHN, RUS)).toEqual({ 'asserted +': 3, open: 1 });
    expect(pair(RUS, PRK)).toEqual({ 'asserted +': 2, 'contested +': 1 });
    expect(pair(CHN, PRK)).toEqual({ 'asserted -': 1, open: 1 });
  });

  test('hub: nobody while the joint appearance counts, Russia at commitment 2 and 3, nobody at 4', () => {
    const deep = (c: Read, least: number) => least === 0 || (c.prepared.commitment ?? 0) >= least;
    // biome-ignore format: three pairs
    const tied = (least: number) =>
      [[CHN, RUS], [RUS, PRK], [CHN, PRK]].map(([a, b]) =>
        standing(between(a, b)).some((c) => c.sign === '+' && deep(c, least)),
      );
    const together = (least: number) =>
      ids(standing(trilateral).filter((c) => c.actors.length === 3 && c.sign === '+' && deep(c, least)));
    expect(tied(0)).toEqual([true, true, false]);
    expect(together(0)).toEqual(['coordinated-bloc', 'joint-appearance']);
    expect(together(1)).toEqual(['joint-appearance']);
    for (const least of [2, 3]) {
      expect(tied(least)).toEqual([true, true, false]);
      expect(together(least)).toEqual([]);
    }
    expect(tied(4)).toEqual([false, true, false]);
  });

  test('sides: 3 with all three on one; no joint claim whose actors have roles of more than one family', () => {
    const against = (c: Read) => c.prepared.across === '-' && c.principals.length > c.actors.length;
    expect(
      ids(standing(joint).filter((c) => against(c) && THREE.every((s) => c.actors.includes(s)))),
    ).toEqual(['conspiracy-against-us', 'message-to-us-allies', 'shared-opposition']);
    const families = (p: PreparedClaim) =>
      new Set(p.parties.filter((x) => x.part === 'actor').map((x) => x.family)).size;
    expect(ids(claims.filter((c) => families(c.prepared) > 1))).toEqual([]);
  });

  test('threshold 60: what rests on officials, analysts and reports is gone, the joint appearance stands', () => {
    const gone = standing(claims).filter((c) => !verdict(c, 60).stands);
    expect(ids(gone)).toEqual([
      'acceptance-of-russia-north-korea-ties',
      'china-north-korea-tension',
      'china-russia-ties',
      'conspiracy-against-us',
      'coordinated-bloc',
      'message-to-us-allies',
      'permanent-combat-deployment',
      'personnel-to-russia',
      'russia-north-korea-ties',
      'strategic-differences',
      'xi-unstoppable',
    ]);
    expect(ids(standing(trilateral, 60))).toEqual(['joint-appearance']);
  });

  test('nothing joint deeper than commitment 1 stands at any threshold', () => {
    for (const threshold of [0, 30, 50, 60, 70, 71]) {
      const deepest = standing(joint, threshold).map((c) => c.prepared.commitment ?? 0);
      expect(Math.max(0, ...deepest), `${threshold}`).toBeLessThanOrEqual(1);
    }
  });
});
