// When the claims of the states in question are dated: what the handles of time are drawn over.
import * as z from 'zod';
import { Times } from '../../model/api.ts';
import { times } from '../times.ts';
import { route } from './route.ts';

export const timeRoutes = [
  route({
    path: '/api/times',
    summary:
      'When claims begin and end, and when they became known, as it is stored: of states and data sets alone, not judged.',
    inPath: z.object({}),
    inQuery: z.object({}),
    takesView: true,
    answer: Times,
    async handle({ view, signal }, { graph }) {
      return { json: await times(graph, view.filters.states, view.lens, signal) };
    },
  }),
];
