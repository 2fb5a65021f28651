// What the program knows and can do, whether it works, and the description of the API itself.
import * as z from 'zod';
import { Health, Info } from '../../model/api.ts';
import { parameters } from '../../model/parameters.ts';
import { formatInfo, formats } from '../formats/index.ts';
import { questions } from '../graph/queries.ts';
import { datasets } from '../load/datasets.ts';
import { version } from '../version.ts';
import { vocabulary } from '../vocabulary.ts';
import { route } from './route.ts';

export const infoRoutes = [
  route({
    path: '/api/info',
    summary:
      'Vocabulary, formats, questions, data sets, parameters and versions, and whether files can be imported.',
    inPath: z.object({}),
    inQuery: z.object({}),
    answer: Info,
    async handle(_call, { graph, neo4j, imports }) {
      const { kinds, roles, scales, states } = vocabulary();
      const server = await graph.server();
      const info: Info = {
        version,
        vocabulary: { kinds: [...kinds.values()], roles: [...roles.values()], scales: [...scales.values()] },
        capitals: [...states.values()].flatMap(({ id, lon, lat }) =>
          lon === undefined || lat === undefined ? [] : [{ id, lon, lat }],
        ),
        formats: formats.map(formatInfo),
        questions: [...questions()],
        datasets: await datasets(graph),
        neo4j: { version: server.agent.replace(/^Neo4j\//, ''), ...neo4j },
        imports,
        parameters: parameters.map((p) => ({ key: p.key, doc: p.doc, page: p.page === true })),
      };
      return { json: info };
    },
  }),
  route({
    path: '/api/health',
    summary: 'Whether Entente and its Neo4j answer.',
    inPath: z.object({}),
    inQuery: z.object({}),
    answer: Health,
    dependsOn: 'moment',
    async handle(_call, { graph }) {
      await graph.server();
      return { json: { status: 'ok', version } satisfies Health };
    },
  }),
];
