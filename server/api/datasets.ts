// The data sets that are loaded, with their terms, their coverage and how much they hold.
import * as z from 'zod';
import { Datasets } from '../../model/api.ts';
import { datasets } from '../load/datasets.ts';
import { route } from './route.ts';

export const datasetRoutes = [
  route({
    path: '/api/datasets',
    summary: 'The data sets that are loaded.',
    inPath: z.object({}),
    inQuery: z.object({}),
    answer: Datasets,
    async handle(_call, { graph }) {
      return { json: { datasets: await datasets(graph) } };
    },
  }),
];
