// entente ask QUESTION: an answer as a text for people, or all of it as JSON.
import { Command } from 'commander';
import { Limit } from '../../model/api.ts';
import { ask } from '../ask.ts';
import { InvalidError } from '../errors.ts';
import { questions } from '../graph/queries.ts';
import { readSettings } from '../settings.ts';
import { answerText } from '../text/answer-text.ts';
import { connected } from './connected.ts';
import { into } from './into.ts';
import { addViewOptions, type ViewOptions, viewOf } from './view-options.ts';

interface Options extends ViewOptions {
  out?: string;
  json?: boolean;
  limit?: string;
}

/** The command; its options for lens and filters are the parameters of an address. */
export function askCommand(): Command {
  const ids = questions().map((q) => q.id);
  const command = new Command('ask')
    .description(`Asks a question: ${ids.join(', ')}. Files of an answer: entente export.`)
    .argument('<question>', 'the id of the question')
    .option('--out <file>', 'writes to a file instead of standard output')
    .option('--json', 'writes the whole answer as the API gives it')
    .option('--limit <n>', Limit.description ?? '');
  addViewOptions(command);
  return command
    .addHelpText('after', '\nExample: entente ask trilateral --states CHN,RUS,PRK --threshold 50')
    .action(run);
}

async function run(question: string, options: Options): Promise<void> {
  const settings = readSettings();
  const { filters, options: only, lens } = viewOf(options);
  const limit = Limit.safeParse(options.limit);
  if (!limit.success)
    throw new InvalidError('invalid-parameter', 'An option is not valid.', {
      errors: limit.error.issues.map(({ message }) => ({ pointer: '--limit', detail: message })),
    });
  await connected(settings, async (graph) => {
    const answer = await ask(graph, { question, filters, options: only, lens, limit: limit.data });
    const text = options.json === true ? JSON.stringify(answer, null, 2) : answerText(answer);
    await into([`${text}\n`], options.out);
  });
}
