// A small vocabulary of invented kinds and roles, and short ways to write claims and statements for judging.
import type { Claim, Party } from '../../../model/claim.ts';
import type { Weighable } from '../../../model/judge.ts';
import { defaultLens, type Lens, resolveLens } from '../../../model/lens.ts';
import { prepare } from '../../../model/parties.ts';
import type { Stance } from '../../../model/statement.ts';
import { Kind, type Part, Role, type Vocabulary } from '../../../model/vocabulary.ts';

const kind = (id: string, within: string, across: string, more: Partial<Record<string, string>> = {}) =>
  Kind.parse({ id, label: id, nature: 'event', within, across, context: 'other', description: '', ...more });
const role = (id: string, part: Part) => Role.parse({ id, label: id, part, family: part, description: '' });

export const vocabulary: Vocabulary = {
  kinds: new Map(
    [
      kind('agreement', '+', ''),
      kind('tension', '-', ''),
      kind('accusation', '', '-'),
      kind('conspiracy', '+', '-'),
      kind('parade', '', ''),
      kind('pact', '+', '', { commitment: '6', nature: 'instrument' }),
      kind('talk', '', '', { commitment: '2' }),
      kind('lasting', '+', '', { nature: 'condition' }),
    ].map((k) => [k.id, k]),
  ),
  roles: new Map(
    [
      role('does', 'actor'),
      role('is-done-to', 'addressee'),
      role('is-affected', 'affected'),
      role('stage', 'context'),
    ].map((r) => [r.id, r]),
  ),
};

export const through = (lens: Partial<Lens> = {}) => resolveLens({ ...defaultLens, ...lens });
export const on = (day: string) => through({ from: day, until: day });

/** A claim, prepared. */
export function claim(
  kinds: string | string[],
  parties: (Partial<Party> & { entity: string })[],
  more: Partial<Claim> = {},
) {
  return prepare(
    {
      type: 'claim',
      id: 'set/one',
      title: 'One',
      kinds: [kinds].flat(),
      modality: 'done',
      incomplete: false,
      parties: parties.map((p) => ({ role: 'does', ...p })),
      ...more,
    },
    vocabulary,
  );
}

export const A = { entity: 'state:A' };
export const B = { entity: 'state:B' };
export const C = { entity: 'state:C' };
export const says = (
  stance: Stance,
  confidence: number | null = 70,
  more: Partial<Weighable> = {},
): Weighable => ({
  stance,
  confidence,
  origin: 'somebody',
  published: null,
  recordedAt: null,
  supersededAt: null,
  asOf: null,
  marking: null,
  ...more,
});
