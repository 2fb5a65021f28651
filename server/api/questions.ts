// The questions: which there are and how much each finds, one answered, and the same answer in another format.
import * as z from 'zod';
import { Answer } from '../../model/answer.ts';
import { Limit, QuestionCounts } from '../../model/api.ts';
import { Form, Leaves, Part } from '../../model/export.ts';
import { ask, counts } from '../ask.ts';
import { leave } from '../export/outgoing.ts';
import { write, written } from '../export/write.ts';
import { route } from './route.ts';

const QuestionId = z.string().describe('A question, such as trilateral; /api/questions lists them.');
const FormatId = z.string().describe(`A format: ${written.map((f) => f.id).join(', ')}.`);

export const questionRoutes = [
  route({
    path: '/api/questions',
    summary: 'Every question, with how much it finds for the states, filters and lens of the address.',
    inPath: z.object({}),
    inQuery: z.object({}),
    takesView: true,
    heavy: true,
    answer: QuestionCounts,
    async handle({ view, signal }, { graph }) {
      return { json: { questions: await counts(graph, view.filters, view.lens, signal) } };
    },
  }),
  // Before the plain address: the id of a question has no dot.
  route({
    path: '/api/questions/:id.:format',
    summary: 'The same answer as a file.',
    inPath: z.object({ id: QuestionId, format: FormatId }),
    inQuery: z.object({ part: Part.default('answer'), form: Form.optional() }),
    takesView: true,
    takesPage: true,
    heavy: true,
    answer: null,
    mediaTypes: [...new Set(written.map((f) => f.mediaType))],
    problems: ['unknown-question', 'unknown-format'],
    async handle({ path, query, view, signal }, { graph }) {
      return write(graph, { question: path.id, format: path.format, ...query, view, signal });
    },
  }),
  route({
    path: '/api/questions/:id/leaves',
    summary: 'How much an export would hold, its marking, and what the bound of the lens keeps back.',
    inPath: z.object({ id: QuestionId }),
    inQuery: z.object({ part: Part.default('answer') }),
    takesView: true,
    takesPage: true,
    heavy: true,
    answer: Leaves,
    problems: ['unknown-question'],
    async handle({ path, query, view, signal }, { graph }) {
      return {
        json: (await leave(graph, { question: path.id, form: 'claims', ...query, view, signal })).leaves,
      };
    },
  }),
  route({
    path: '/api/questions/:id',
    summary:
      'One question answered: claims judged through the lens, with counts, coverage and the queries as they ran.',
    inPath: z.object({ id: QuestionId }),
    inQuery: z.object({ limit: Limit }),
    takesView: true,
    heavy: true,
    answer: Answer,
    problems: ['unknown-question'],
    async handle({ path, query: { limit }, view, signal }, { graph }) {
      const { filters, options, lens } = view;
      return { json: await ask(graph, { question: path.id, filters, options, lens, limit, signal }) };
    },
  }),
];
