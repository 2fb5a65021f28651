// What of a view leaves in a file, and in which form.
import * as z from 'zod';
import { toSearch } from './address.ts';
import { Count } from './answer.ts';
import { bringers } from './brought.ts';
import { Marking } from './confidence.ts';
import { shortState } from './id.ts';
import { parameters } from './parameters.ts';
import { defaultView, type View } from './view.ts';

export const parts = ['answer', 'drawn', 'selected'] as const;
export const Part = z
  .enum(parts)
  .describe(
    'What leaves: the whole answer, what is drawn of the picture (draw, hide, degree, pairs, expand), or what of the answer is selected (sel).',
  );
export type Part = z.infer<typeof Part>;

export const forms = ['claims', 'pairs'] as const;
export const Form = z
  .enum(forms)
  .describe('Claims as they are, or the ties between pairs that are derived from them.');
export type Form = z.infer<typeof Form>;

/** What is told of an export before the file is made. */
export const Leaves = z.object({
  claims: z.int(),
  count: Count,
  /** Entities that no claim names: they leave where the answer is all of its data sets. */
  unconnected: z.int(),
  /** Ids that are selected and not in the answer. */
  absent: z.array(z.string()),
  /** The strictest marking of what is in it; null where nothing is marked. */
  marking: Marking.nullable(),
  /** What the bound of the lens keeps back. */
  withheld: z.object({ claims: z.int(), statements: z.int() }),
});
export type Leaves = z.infer<typeof Leaves>;

/**
 * The view that a file is of: without what does not change the file, so that its address says no more than it needs.
 * Places moved by hand stay, for formats that have places.
 */
function viewOfFile(view: View, part: Part): View {
  const { layout, selection, hide, degree, allPairs, expand } = defaultView;
  const isDrawn = part === 'drawn';
  return {
    ...view,
    question: null,
    layout,
    selection: part === 'selected' ? view.selection : selection,
    ...(isDrawn ? {} : { hide, degree, allPairs, expand }),
  };
}

/** Which question a file is of: the picture is what is around the states in question, and reports bring claims into it. */
export const questionOfFile = (view: View, part: Part): string =>
  view.question !== null && (part !== 'drawn' || bringers.includes(view.question)) ? view.question : 'around';

/** The address of a file by the API; without a format, of what it would hold. */
export function pathOfFile(
  view: View,
  { question, part, format, form }: { question: string; part: Part; format?: string; form?: Form },
): string {
  const search = [
    toSearch(viewOfFile(view, part)),
    ...(part === 'answer' ? [] : [`part=${part}`]),
    ...(form === undefined ? [] : [`form=${form}`]),
  ].filter((text) => text !== '');
  const path = `/api/questions/${question}${format === undefined ? '/leaves' : `.${format}`}`;
  return search.length === 0 ? path : `${path}?${search.join('&')}`;
}

/** `entente-trilateral-CHN-RUS-PRK-50.csv`: letters, digits and hyphens, so that every system takes it. */
export function fileNameOf(question: string, { filters, lens }: View, extension: string): string {
  const states = filters.states.slice(0, 5).map(shortState);
  const threshold = lens.threshold === 0 ? [] : [`${lens.threshold}`];
  const name = ['entente', question, ...states, ...threshold].join('-').replace(/[^A-Za-z0-9.-]+/g, '-');
  return `${name}.${extension}`;
}

/** The command that writes the same file, as a shell takes it. */
export function commandOf(
  format: string,
  { question, view, part, form, out }: { question: string; view: View; part: Part; form?: Form; out: string },
): string {
  const options: [string, string][] = [
    ['question', question],
    ...parameters.flatMap((p): [string, string][] => {
      const text = p.write(viewOfFile(view, part));
      return text === null ? [] : [[p.key, text]];
    }),
    ...(part === 'answer' ? [] : ([['part', part]] as [string, string][])),
    ...(form === undefined ? [] : ([['form', form]] as [string, string][])),
  ];
  const said = options.map(([key, text]) => `--${key} ${quoted(text)}`);
  return [`npx entente export ${format}`, ...said, `-o ${quoted(out)}`].join(' ');
}

/** As one word of a POSIX shell. */
const quoted = (text: string) =>
  /^[\w.,:/=@+~-]+$/.test(text) && !text.startsWith('~') ? text : `'${text.replaceAll("'", "'\\''")}'`;
