// The questions: which there are and how much each finds, one answered, and the same answer in another format.
import * as z from 'zod';
import { Answer } from '../../model/answer.ts';
import { Limit, QuestionCounts } from '../../model/api.ts';
import type { Question } from '../../model/question.ts';
import type { View } from '../../model/view.ts';
import { ask, counts, entriesOf } from '../ask.ts';
import { MissingError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { route } from './route.ts';

const QuestionId = z.string().describe('A question, such as trilateral; /api/questions lists them.');
const written = formats.filter((f) => f.encode !== undefined);
const writtenIds = written.map((f) => f.id).join(', ');
const FormatId = z.string().describe(`A format: ${writtenIds}.`);

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
    inQuery: z.object({}),
    takesView: true,
    heavy: true,
    answer: null,
    mediaTypes: [...new Set(written.map((f) => f.mediaType))],
    problems: ['unknown-question', 'unknown-format'],
    async handle({ path, view, signal }, { graph }) {
      const format = formats.find((f) => f.id === path.format);
      if (format?.encode === undefined)
        throw new MissingError(
          'unknown-format',
          `There is no format "${path.format}" to write; there are ${writtenIds}.`,
        );
      const { filters, options, lens } = view;
      const answer = await ask(graph, { question: path.id, filters, options, lens, signal });
      return {
        chunks: format.encode(answer, entriesOf(answer)),
        mediaType: format.mediaType,
        fileName: fileName(answer.question, view, format),
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

/** `entente-trilateral-CHN-RUS-PRK-50.csv`: letters, digits and hyphens, so that every system takes it. */
function fileName(question: Question, view: View, format: Format): string {
  const states = view.filters.states.slice(0, 5).map((id) => id.replace(/^state:/, ''));
  const threshold = view.lens.threshold === 0 ? [] : [`${view.lens.threshold}`];
  const name = ['entente', question.id, ...states, ...threshold].join('-').replace(/[^A-Za-z0-9.-]+/g, '-');
  return `${name}.${format.extension}`;
}
