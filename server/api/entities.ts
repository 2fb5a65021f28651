// Entities: found by what a user types, one told, and what stands around it before it is expanded.
import * as z from 'zod';
import { EntityDetail, Found, Neighbours } from '../../model/api.ts';
import { longState } from '../../model/id.ts';
import { entityDetail, find, neighbours } from '../entities.ts';
import { route } from './route.ts';

const Id = z
  .string()
  .min(1)
  .max(200)
  .transform(longState)
  .describe('An entity: state:CHN, CHN or person:xi-jinping.');

export const entityRoutes = [
  route({
    path: '/api/entities',
    summary: 'Entities, claims and sources by name; small slips of the pen are forgiven.',
    inPath: z.object({}),
    inQuery: z.object({
      find: z
        .string()
        .trim()
        .min(1, 'find needs a text')
        .max(200, 'find takes at most 200 characters')
        .describe('What is looked for: a name in any language, a code, a word of a title.'),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(50)
        .default(12)
        .describe('How many at most, 1 to 50; 12 where absent.'),
    }),
    answer: Found,
    async handle({ query }, { graph }) {
      return { json: await find(graph, query.find, query.limit) };
    },
  }),
  route({
    path: '/api/entities/:id',
    summary: 'One entity, whom it represents, who represents it, and how many claims it takes part in.',
    inPath: z.object({ id: Id }),
    inQuery: z.object({}),
    takesView: true,
    answer: EntityDetail,
    problems: ['unknown-entity'],
    async handle({ path, view }, { graph }) {
      return { json: await entityDetail(graph, path.id, view.lens) };
    },
  }),
  route({
    path: '/api/entities/:id/neighbours',
    summary:
      'How many claims an entity takes part in, by kind and band of confidence: the counts before expanding.',
    inPath: z.object({ id: Id }),
    inQuery: z.object({}),
    takesView: true,
    heavy: true,
    answer: Neighbours,
    problems: ['unknown-entity'],
    async handle({ path, view }, { graph }) {
      return { json: await neighbours(graph, path.id, view.filters, view.lens) };
    },
  }),
];
