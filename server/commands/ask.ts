// entente ask QUESTION: an answer as a table for people, or in any format for programs.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { Answer } from '../../model/answer.ts';
import { Limit } from '../../model/api.ts';
import { parameters } from '../../model/parameters.ts';
import type { View } from '../../model/view.ts';
import { ask, entriesOf } from '../ask.ts';
import { InvalidError, MissingError } from '../errors.ts';
import { formats } from '../formats/index.ts';
import { questions } from '../graph/queries.ts';
import { readView } from '../read-view.ts';
import { readSettings } from '../settings.ts';
import { answerText } from './answer-text.ts';
import { connected } from './connected.ts';

const written = formats.filter((f) => f.encode !== undefined);
const asked = parameters.filter((p) => p.page !== true);

interface Options extends Record<string, string | boolean | undefined> {
  format?: string;
  out?: string;
  json?: boolean;
  limit?: string;
}

/** The command; its options for lens and filters are the parameters of an address. */
export function askCommand(): Command {
  const ids = questions().map((q) => q.id);
  const command = new Command('ask')
    .description(`Asks a question: ${ids.join(', ')}.`)
    .argument('<question>', 'the id of the question')
    .option(
      '--format <format>',
      `writes the answer in a format: ${written.map((f) => f.id).join(', ')}; or json: all of it`,
    )
    .option('--out <file>', 'writes to a file instead of standard output')
    .option('--json', 'writes the whole answer as the API gives it')
    .option('--limit <n>', Limit.description ?? '');
  for (const p of asked) command.addOption(new Option(`--${p.key} <${p.key}>`, p.doc));
  return command
    .addHelpText('after', '\nExample: entente ask trilateral --states CHN,RUS,PRK --threshold 50')
    .action(run);
}

async function run(question: string, options: Options): Promise<void> {
  const settings = readSettings();
  const view = viewOf(options);
  const format = written.find((f) => f.id === options.format);
  const whole = options.json === true || options.format === 'json';
  if (options.format !== undefined && format === undefined && !whole)
    throw new MissingError(
      'unknown-format',
      `There is no format "${options.format}" to write; there are ${written.map((f) => f.id).join(', ')}, and json for all of the answer.`,
    );
  const limit = Limit.safeParse(options.limit);
  if (!limit.success)
    throw new InvalidError('invalid-parameter', 'An option is not valid.', {
      errors: limit.error.issues.map(({ message }) => ({ pointer: '--limit', detail: message })),
    });
  await connected(settings, async (graph) => {
    const answer = await ask(graph, {
      question,
      filters: view.filters,
      options: view.options,
      lens: view.lens,
      limit: limit.data,
    });
    await write(
      format?.encode?.(answer, entriesOf(answer)) ?? [
        whole ? `${JSON.stringify(answer, null, 2)}\n` : forPeople(answer),
      ],
      options.out,
    );
  });
}

const forPeople = (answer: Answer) => `${answerText(answer)}\n`;

/**
 * The view that options ask for.
 * @throws InvalidError `invalid-parameter`, naming each option that is wrong
 */
function viewOf(options: Options): View {
  const search = new URLSearchParams();
  for (const p of asked) if (typeof options[p.key] === 'string') search.set(p.key, String(options[p.key]));
  const { view, errors } = readView(search.toString());
  if (errors.length > 0)
    throw new InvalidError('invalid-parameter', 'An option is not valid.', {
      errors: errors.map((e) => ({ ...e, pointer: `--${e.pointer}` })),
    });
  return view;
}

async function write(
  pieces: Iterable<string> | AsyncIterable<string>,
  file: string | undefined,
): Promise<void> {
  if (file !== undefined) await pipeline(Readable.from(pieces), createWriteStream(file));
  else for await (const piece of pieces) process.stdout.write(piece);
}
