// Checks one claim against the vocabulary and the model: its kinds, roles and parties.

import type { Claim } from '../../model/claim.ts';
import type { Fault } from '../../model/grade.ts';
import { didYouMean } from '../../model/near.ts';
import { isPrincipal, prepare } from '../../model/parties.ts';
import { vocabulary } from '../vocabulary.ts';

/** What is wrong with a claim. */
export function checkClaim(claim: Claim): Fault[] {
  const { kinds, roles } = vocabulary();
  const faults: Fault[] = [];
  for (const [i, kind] of claim.kinds.entries())
    if (!kinds.has(kind))
      faults.push({
        pointer: `/kinds/${i}`,
        detail: `"${kind}" is not a kind of the vocabulary${didYouMean(kind, kinds.keys())}`,
      });
  for (const [i, party] of claim.parties.entries())
    if (!roles.has(party.role))
      faults.push({
        pointer: `/parties/${i}/role`,
        detail: `"${party.role}" is not a role of the vocabulary${didYouMean(party.role, roles.keys())}`,
      });
  return faults.length > 0 ? faults : checkPrincipals(claim);
}

/** MODEL.md section 2: where there are addressees only, who did it is not known. */
function checkPrincipals(claim: Claim): Fault[] {
  const principals = prepare(claim, vocabulary()).parties.filter(isPrincipal);
  if (claim.incomplete || principals.length === 0 || principals.some((p) => p.part === 'actor')) return [];
  return [
    {
      pointer: '/parties',
      detail: 'it has addressees only, so who did it is not known: add who did, or say incomplete: true',
    },
  ];
}
