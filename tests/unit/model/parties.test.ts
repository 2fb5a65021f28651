// The signs of ties and of claims, and which kind leads, against cases written by hand from MODEL.md section 2.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadingKind, signOf, tieSign } from '../../../model/parties.ts';
import type { Part } from '../../../model/vocabulary.ts';
import { A, B, claim, vocabulary } from './judged.ts';

describe('signs', () => {
  const p = (entity: string, part: Part = 'actor', side: string | null = null) => ({ entity, part, side });

  test('actor with actor is within, actor to addressee across, addressees have no tie', () => {
    expect(tieSign(p('A'), p('B'), '+', '-')).toBe('+');
    expect(tieSign(p('A'), p('B', 'addressee'), '+', '-')).toBe('-');
    expect(tieSign(p('A', 'addressee'), p('B', 'addressee'), '+', '-')).toBeNull();
    expect(tieSign(p('A'), p('A', 'addressee'), '+', '-')).toBeNull();
    expect(tieSign(p('A'), p('B', 'affected'), '+', '-')).toBeNull();
  });

  test('within a side, between sides, and an abstention', () => {
    expect(tieSign(p('A', 'actor', 'yes'), p('B', 'actor', 'yes'), '+', '-')).toBe('+');
    expect(tieSign(p('A', 'actor', 'yes'), p('B', 'actor', 'no'), '+', '-')).toBe('-');
    expect(tieSign(p('A', 'actor', 'yes'), p('B', 'actor', 'abstain'), '+', '-')).toBe('0');
    expect(tieSign(p('A', 'actor', 'abstain'), p('B', 'actor', 'abstain'), '+', '-')).toBe('0');
  });

  test('of a claim: that of its ties, both, or neither; never netted', () => {
    expect(signOf([p('A'), p('B')], '+', '-')).toBe('+');
    expect(signOf([p('A'), p('B'), p('C', 'addressee')], '+', '-')).toBe('±');
    expect(signOf([p('A'), p('C', 'addressee')], '+', '-')).toBe('-');
    expect(signOf([p('A'), p('B')], '0', '0')).toBe('0');
    expect(signOf([p('A')], '+', '-')).toBe('0');
    expect(signOf([p('A', 'addressee'), p('B', 'addressee')], '+', '-')).toBe('0');
  });

  test('of a claim: that of all its pairs, however many parties it has', () => {
    const party = fc.record({
      entity: fc.constantFrom('A', 'B', 'C'),
      part: fc.constantFrom<Part>('actor', 'addressee', 'affected', 'context'),
      side: fc.constantFrom(null, 'x', 'y', 'abstain'),
    });
    fc.assert(
      fc.property(fc.array(party, { maxLength: 6 }), (parties) => {
        const signs = parties.flatMap((a, i) => parties.slice(i + 1).map((b) => tieSign(a, b, '+', '-')));
        const both = signs.includes('+') && signs.includes('-');
        const one = signs.includes('+') ? '+' : signs.includes('-') ? '-' : '0';
        expect(signOf(parties, '+', '-')).toBe(both ? '±' : one);
      }),
    );
    const many = Array.from({ length: 300_000 }, (_, i) => p(`E${i}`));
    expect(signOf(many, '+', '-')).toBe('+');
  });

  test('the kind of the deepest commitment leads; of equals, the first', () => {
    const ids = (...kinds: string[]) => leadingKind(kinds.flatMap((k) => vocabulary.kinds.get(k) ?? [])).id;
    expect(ids('talk', 'pact', 'tension')).toBe('pact');
    expect(ids('tension', 'parade')).toBe('tension');
    expect(claim(['talk', 'pact'], [A, B])).toMatchObject({
      commitment: 6,
      nature: 'instrument',
      within: '+',
    });
    expect(claim('tension', [A, B]).commitment).toBeNull();
  });
});
