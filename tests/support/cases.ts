// Short ways to write claims by hand, for small cases whose answer one can see.
import type { Claim, Party } from '../../model/claim.ts';
import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';

export const DATASET = 'cases';
const SOURCE = 'https://example.org/cases';

/** One source for all that is said. */
export const source: Source = { type: 'source', id: SOURCE, dataset: DATASET, title: 'A source' };

/** `CHN`, or a party with more to it. */
type Who = string | (Omit<Party, 'entity' | 'role'> & { who: string; role?: string });

const party = (who: Who): Party => {
  if (typeof who === 'string') return { entity: `state:${who}`, role: 'party' };
  const { who: code, role = 'party', ...rest } = who;
  return { entity: `state:${code}`, role, ...rest };
};

/** A claim with the statements on it; one that asserts it, where nothing else is said. */
export function told(
  own: string,
  kind: string,
  parties: Who[],
  more: Partial<Claim> & { says?: Partial<Statement>[] } = {},
): Entry[] {
  const { says = [{}], ...rest } = more;
  const id = `${DATASET}/${own}`;
  const claim: Claim = {
    type: 'claim',
    id,
    title: own,
    kinds: [kind],
    modality: 'done',
    incomplete: false,
    parties: parties.map(party),
    ...rest,
  };
  return [
    claim,
    ...says.map(
      (s): Statement => ({
        type: 'statement',
        claim: id,
        source: SOURCE,
        stance: 'asserts',
        confidence: 70,
        basis: 'stated',
        ...s,
      }),
    ),
  ];
}
