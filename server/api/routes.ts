// Every route of the API, in the order in which Express tries them.
import * as z from 'zod';
import { claimRoutes } from './claims.ts';
import { datasetRoutes } from './datasets.ts';
import { docsPage } from './docs.ts';
import { entityRoutes } from './entities.ts';
import { importRoutes } from './imports.ts';
import { infoRoutes } from './info.ts';
import { openApi } from './openapi.ts';
import { questionRoutes } from './questions.ts';
import { type Route, route } from './route.ts';
import { timeRoutes } from './times.ts';
import { viewRoutes } from './views.ts';

/** The description describes itself as well, so it is made when it is asked for. */
const selfDescription: Route[] = [
  route({
    path: '/api/openapi.json',
    summary: 'This description, as OpenAPI 3.1.',
    inPath: z.object({}),
    inQuery: z.object({}),
    answer: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }),
    dependsOn: 'program',
    open: true,
    handle: async () => ({ json: openApi(routes) }),
  }),
  route({
    path: '/api/docs',
    summary: 'This description, as a page.',
    inPath: z.object({}),
    inQuery: z.object({}),
    answer: null,
    mediaTypes: ['text/html'],
    dependsOn: 'program',
    open: true,
    handle: async () => ({ html: docsPage(openApi(routes)) }),
  }),
];

export const routes: readonly Route[] = [
  ...questionRoutes,
  ...entityRoutes,
  ...claimRoutes,
  ...datasetRoutes,
  ...importRoutes,
  ...viewRoutes,
  ...timeRoutes,
  ...infoRoutes,
  ...selfDescription,
];
