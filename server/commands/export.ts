// entente export FORMAT: what a question finds as a file, the same bytes as by the API.
import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { Form, forms, Part, parts } from '../../model/export.ts';
import { isBrief, withFigure } from '../../model/figure.ts';
import { many } from '../../model/phrase.ts';
import { InvalidError } from '../errors.ts';
import { write, written } from '../export/write.ts';
import { questions } from '../graph/queries.ts';
import { plainSvg } from '../plain-svg.ts';
import { readSettings } from '../settings.ts';
import { connected } from './connected.ts';
import { into } from './into.ts';
import { addViewOptions, type ViewOptions, viewOf } from './view-options.ts';

interface Options extends ViewOptions {
  question: string;
  out?: string;
  part?: Part;
  form?: Form;
  figure?: string;
}

/** What only the page uses and a file takes as well. */
const page = ['sel', 'at', 'draw', 'hide', 'degree', 'pairs', 'expand'];

/** The command; its options for lens and filters are the parameters of an address. */
export function exportCommand(): Command {
  const command = new Command('export')
    .description(`Writes what a question finds in a format: ${written.map((f) => f.id).join(', ')}.`)
    .argument('<format>', 'the id of the format')
    .option(
      '--question <question>',
      questions()
        .map((q) => q.id)
        .join(', '),
      'around',
    )
    .option('-o, --out <file>', 'writes to a file instead of standard output')
    .option('--figure <file>', 'for a brief: the picture, as the browser saves it as SVG')
    .addOption(new Option('--part <part>', Part.description).choices([...parts]))
    .addOption(new Option('--form <form>', Form.description).choices([...forms]));
  addViewOptions(command, page);
  return command
    .addHelpText(
      'after',
      '\nExample: entente export graphml --question trilateral --states CHN,RUS,PRK --marking TLP:GREEN -o bloc.graphml',
    )
    .action(run);
}

async function run(
  format: string,
  { question, out, part, form, figure, ...options }: Options,
): Promise<void> {
  const settings = readSettings();
  const view = viewOf(options, page);
  const svg = figure === undefined ? null : await figureFor(format, figure);
  await connected(settings, async (graph) => {
    const { chunks, leaves } = await write(graph, { question, view, format, part: part ?? 'answer', form });
    await into(svg === null ? chunks : figured(chunks, format, svg), out);
    const { claims, absent, marking, withheld } = await leaves();
    const kept =
      withheld.statements + withheld.claims > 0
        ? `, ${many(withheld.claims, 'claim')} and ${many(withheld.statements, 'statement')} withheld`
        : '';
    process.stderr.write(`${many(claims, 'claim')}${marking === null ? '' : `, ${marking}`}${kept}\n`);
    if (absent.length > 0) process.stderr.write(`Selected and not in the answer: ${absent.join(', ')}\n`);
  });
}

/**
 * The picture for a brief, read and checked before anything is asked.
 * @throws InvalidError `invalid-parameter` where the format has no place for it; `invalid-file` where it is not a plain SVG
 */
async function figureFor(format: string, file: string): Promise<string> {
  if (!isBrief(format))
    throw new InvalidError(
      'invalid-parameter',
      `${format} has no place for a picture; brief and brief-html have`,
      {
        errors: [{ pointer: '--figure', detail: 'take brief or brief-html' }],
      },
    );
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new InvalidError('invalid-file', `${file} cannot be read: ${cause.code ?? cause.message}`, {
      cause,
    });
  });
  return plainSvg(text, file);
}

async function* figured(
  chunks: AsyncIterable<string | Uint8Array>,
  format: string,
  svg: string,
): AsyncGenerator<string> {
  let brief = '';
  for await (const chunk of chunks)
    brief += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
  yield isBrief(format) ? withFigure(format, brief, svg) : brief;
}
