// One claim with its statements, judged through the lens of the address.
import * as z from 'zod';
import { ClaimDetail } from '../../model/api.ts';
import { ClaimId } from '../../model/id.ts';
import { askClaim } from '../ask.ts';
import { route } from './route.ts';

export const claimRoutes = [
  route({
    path: '/api/claims/*id',
    summary: 'One claim with its parties, statements and sources.',
    inPath: z.object({ id: ClaimId.describe('A claim: beijing-2025/joint-appearance.') }),
    inQuery: z.object({}),
    takesView: true,
    answer: ClaimDetail,
    problems: ['unknown-claim'],
    async handle({ path, view }, { graph }) {
      return { json: await askClaim(graph, path.id, view.lens) };
    },
  }),
];
