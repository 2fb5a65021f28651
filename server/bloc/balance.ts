// Structural balance of the states: the signs of their own ties, three by three, and where they cannot be told.
import type { Triad } from '../../model/bloc.ts';
import type { Sign, TieSign } from '../../model/vocabulary.ts';
import { type JudgedAmong, pairsOf, tiesOf } from './among.ts';

type Because = Triad['because'][number];
type TieOfPair = Triad['ties'][number];

/** What a pair is tied by: its own sign, and what makes that sign doubtful. */
interface PairSign extends TieOfPair {
  because: Because[];
}

/**
 * Every three of the states with a verdict. The sign of a pair is that of its own ties that surely stand, neutral ones
 * left aside. It cannot be told where they have both signs, are only possible, or a claim of more than two ties the pair
 * with the other sign.
 * Source: MODEL.md section 7; Cartwright and Harary (1956): a triad is balanced where the product of its signs is +.
 */
export function balanceOf(stand: readonly JudgedAmong[], states: readonly string[]): Triad[] {
  const pairs = signsOf(stand, states);
  const of = (a: string, b: string) => pairs.get(`${a} ${b}`);
  const sorted = [...states].sort();
  return sorted.flatMap((a, i) =>
    sorted.slice(i + 1).flatMap((b, k) =>
      sorted.slice(i + k + 2).map((c) => {
        const three = [of(a, b), of(a, c), of(b, c)].filter((p) => p !== undefined);
        return {
          states: [a, b, c] as Triad['states'],
          verdict: verdictOf(three),
          ties: three.map(({ pair, sign, claims }) => ({ pair, sign, claims })),
          because: three.flatMap((p) => p.because),
        };
      }),
    ),
  );
}

function verdictOf(three: readonly PairSign[]): Triad['verdict'] {
  const because = three.flatMap((p) => p.because);
  if (because.some((b) => b.why === 'none')) return 'not-closed';
  if (because.length > 0) return 'indeterminate';
  return three.filter((p) => p.sign === '-').length % 2 === 0 ? 'balanced' : 'unbalanced';
}

interface Signed {
  sign: TieSign;
  own: boolean;
  sure: boolean;
  claim: string;
}

function signsOf(stand: readonly JudgedAmong[], states: readonly string[]): Map<string, PairSign> {
  const ties = new Map<string, Signed[]>();
  for (const j of stand)
    for (const { pair, sign, own, level } of tiesOf(j)) {
      if (sign === '0' || level === 'undated') continue;
      const key = pair.join(' ');
      ties.set(key, [...(ties.get(key) ?? []), { sign, own, sure: level === 'sure', claim: j.among.claim }]);
    }
  return new Map(
    pairsOf(states).map((pair) => [pair.join(' '), pairSign(pair, ties.get(pair.join(' ')) ?? [])]),
  );
}

function pairSign(pair: [string, string], ties: readonly Signed[]): PairSign {
  const own = ties.filter((t) => t.own);
  const sure = own.filter((t) => t.sure);
  const counted = sure.length > 0 ? sure : own;
  const signs = new Set(counted.map((t) => t.sign));
  const sign: Sign | null = signs.size === 2 ? '±' : ([...signs][0] ?? null);
  const claims = (some: readonly Signed[]) => [...new Set(some.map((t) => t.claim))];
  const because: Because[] = [];
  const add = (why: Because['why'], some: readonly Signed[]) =>
    because.push({ pair, why, claims: claims(some) });
  if (sign === null) add('none', []);
  else if (sign === '±') add('mixed', counted);
  else if (sure.length === 0) add('possible', own);
  else {
    const doubt = own.filter((t) => !t.sure && t.sign !== sign);
    if (doubt.length > 0) add('possible', doubt);
    const against = ties.filter((t) => !t.own && t.sign !== sign);
    if (against.length > 0) add('joint', against);
  }
  return { pair, sign, claims: claims(counted), because };
}
