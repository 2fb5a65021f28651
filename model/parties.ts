// What a claim is before anybody judges it: its kinds and roles looked up, its principals, its sign (MODEL.md section 2).
import { ABSTAIN, type Claim, type Party } from './claim.ts';
import type { EntityId } from './id.ts';
import { type Span, spanOf, spellOf } from './time.ts';
import type { Context, Kind, Nature, Part, Sign, TieSign, Vocabulary } from './vocabulary.ts';

/** A party with what the vocabulary says of its role. */
export interface PreparedParty {
  entity: EntityId;
  role: string;
  family: string;
  part: Part;
  side: string | null;
  /** Null where it takes part throughout. */
  span: Span | null;
}

/** A claim with its time read and its kinds and roles looked up: what is stored ready for judging. */
export interface PreparedClaim {
  id: string;
  leading: Kind;
  nature: Nature;
  context: Context;
  commitment: number | null;
  within: TieSign;
  across: TieSign;
  incomplete: boolean;
  /** Null where the time is not known. */
  span: Span | null;
  parties: PreparedParty[];
  /** Whether parties come and go, so that principals are judged by date. */
  changing: boolean;
}

/**
 * Looks up kinds and roles and reads the times of a claim.
 * @throws Error where a kind, a role or a time is not one: the loader has checked them before
 */
export function prepare(claim: Claim, vocabulary: Vocabulary): PreparedClaim {
  const kinds = claim.kinds.map((id) => {
    const kind = vocabulary.kinds.get(id);
    if (kind === undefined) throw new Error(`unknown kind ${id}`);
    return kind;
  });
  const leading = leadingKind(kinds);
  return {
    id: claim.id,
    leading,
    nature: leading.nature,
    context: leading.context,
    commitment: leading.commitment ?? null,
    within: leading.within,
    across: leading.across,
    incomplete: claim.incomplete,
    span: claim.when === undefined ? null : spanOf(claim.when, leading.nature === 'event'),
    parties: claim.parties.map((p) => prepareParty(p, vocabulary)),
    changing: claim.parties.some((p) => p.from !== undefined || p.until !== undefined),
  };
}

/** Of several kinds the one of the deepest commitment leads; of equals, the first. */
export function leadingKind(kinds: readonly Kind[]): Kind {
  const first = kinds[0];
  if (first === undefined) throw new Error('a claim has at least one kind');
  return kinds.reduce((best, k) => ((k.commitment ?? 0) > (best.commitment ?? 0) ? k : best), first);
}

function prepareParty(party: Party, vocabulary: Vocabulary): PreparedParty {
  const role = vocabulary.roles.get(party.role);
  if (role === undefined) throw new Error(`unknown role ${party.role}`);
  return {
    entity: party.entity,
    role: party.role,
    family: role.family,
    part: party.part ?? role.part,
    side: party.side ?? null,
    span: party.from === undefined && party.until === undefined ? null : spellOf(party.from, party.until),
  };
}

export const isPrincipal = (p: { part: Part }) => p.part === 'actor' || p.part === 'addressee';

/** The sign between two parties of one claim; null where they have no tie (MODEL.md section 2). */
export function tieSign(
  a: Pick<PreparedParty, 'entity' | 'part' | 'side'>,
  b: Pick<PreparedParty, 'entity' | 'part' | 'side'>,
  within: TieSign,
  across: TieSign,
): TieSign | null {
  if (a.entity === b.entity || !isPrincipal(a) || !isPrincipal(b)) return null;
  if (a.part === 'addressee' && b.part === 'addressee') return null;
  if (a.part !== b.part) return across;
  if (a.side === ABSTAIN || b.side === ABSTAIN) return '0';
  return a.side === null || b.side === null || a.side === b.side ? within : across;
}

/** The sign of a claim: that of the ties among its principals, `±` where it has both, `0` where it has neither. */
export function signOf(
  parties: readonly Pick<PreparedParty, 'entity' | 'part' | 'side'>[],
  within: TieSign,
  across: TieSign,
): Sign {
  const found = new Set<TieSign>();
  const few = twoOfEach(parties);
  for (const [i, a] of few.entries())
    for (const b of few.slice(i + 1)) {
      const sign = tieSign(a, b, within, across);
      if (sign !== null) found.add(sign);
    }
  if (found.has('+')) return found.has('-') ? '±' : '+';
  return found.has('-') ? '-' : '0';
}

/** Of parties with one part on one side, two: what a tie is does not depend on who they are, if only they are two. */
function twoOfEach<P extends Pick<PreparedParty, 'entity' | 'part' | 'side'>>(parties: readonly P[]): P[] {
  const first = new Map<string, { entity: EntityId; more: boolean }>();
  return parties.filter(({ entity, part, side }) => {
    const key = `${part} ${side ?? ''} ${side === null}`;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, { entity, more: false });
      return true;
    }
    if (known.more || known.entity === entity) return false;
    known.more = true;
    return true;
  });
}
