// Filters and lens as options of a command: the parameters of an address, by the same names.
import { type Command, Option } from 'commander';
import { parameters } from '../../model/parameters.ts';
import type { View } from '../../model/view.ts';
import { InvalidError } from '../errors.ts';
import { readView } from '../read-view.ts';

export type ViewOptions = Record<string, string | boolean | undefined>;

/** The parameters that are options. @param page those of them that only the page uses which are taken as well */
const taken = (page: readonly string[]) => parameters.filter((p) => p.page !== true || page.includes(p.key));

/** Adds them to a command. */
export function addViewOptions(command: Command, page: readonly string[] = []): void {
  for (const p of taken(page)) command.addOption(new Option(`--${p.key} <${p.key}>`, p.doc));
}

/**
 * The view that options ask for.
 * @throws InvalidError `invalid-parameter`, naming each option that is wrong
 */
export function viewOf(options: ViewOptions, page: readonly string[] = []): View {
  const search = new URLSearchParams();
  for (const p of taken(page))
    if (typeof options[p.key] === 'string') search.set(p.key, String(options[p.key]));
  const { view, errors } = readView(search.toString(), page.length > 0 ? 'page' : 'api');
  if (errors.length > 0)
    throw new InvalidError('invalid-parameter', 'An option is not valid.', {
      errors: errors.map((e) => ({ ...e, pointer: `--${e.pointer}` })),
    });
  return view;
}
