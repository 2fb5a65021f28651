// An address as the page's URL and the API's have it: read and written by this one codec.
import { didYouMean } from './near.ts';
import { ParameterError, parameters } from './parameters.ts';
import type { ProblemDetail } from './problem.ts';
import { defaultView, View } from './view.ts';

/**
 * The view of an address.
 * @param search a query string, with or without `?`
 * @param base what is not in the address
 * @param where `page`, or `api`, which has no page parameters
 * @returns the view, and what was wrong with the address; a wrong parameter is left out
 */
export function fromSearch(
  search: string,
  base: View = defaultView,
  where: 'page' | 'api' = 'page',
): { view: View; errors: ProblemDetail[] } {
  const errors: ProblemDetail[] = [];
  const seen = new Set<string>();
  let view = base;
  const known = parameters.filter((p) => where === 'page' || p.page !== true);
  for (const [key, text] of new URLSearchParams(search)) {
    const parameter = known.find((p) => p.key === key);
    if (parameter === undefined) {
      errors.push({
        pointer: key,
        detail: `${key} is not a parameter; there are ${known.map((p) => p.key).join(', ')}`,
      });
      continue;
    }
    if (seen.has(key)) {
      errors.push({ pointer: key, detail: `${key} is given twice; separate several values by commas` });
      continue;
    }
    seen.add(key);
    try {
      const next = parameter.read(text, view);
      const checked = View.safeParse(next);
      if (checked.success) view = checked.data;
      else errors.push({ pointer: key, detail: checked.error.issues[0]?.message ?? 'not valid' });
    } catch (error) {
      if (!(error instanceof ParameterError)) throw error;
      errors.push({ pointer: key, detail: error.message });
    }
  }
  if (seen.has('on') && (seen.has('from') || seen.has('until')))
    errors.push({ pointer: 'on', detail: 'give either on, or from and until' });
  if (view.lens.from !== null && view.lens.until !== null && view.lens.from > view.lens.until)
    errors.push({ pointer: 'from', detail: 'from lies after until' });
  return { view, errors };
}

/**
 * The query string of a view with its states, also where there are none: an address without them opens where a data set
 * starts, which its next load may change, and a link has to give the same picture after that too.
 */
export function toLink(view: View): string {
  const search = toSearch(view);
  return view.filters.states.length === 0 ? `states=${search === '' ? '' : '&'}${search}` : search;
}

/** What is wrong with the kinds that a view is narrowed to: those that the vocabulary does not have, with what was meant. */
export function unknownKinds({ filters }: View, kinds: ReadonlyMap<string, unknown>): ProblemDetail[] {
  return filters.kind
    .filter((kind) => !kinds.has(kind))
    .map((kind) => ({
      pointer: 'kind',
      detail: `there is no kind "${kind}"${didYouMean(kind, kinds.keys())}`,
    }));
}

/**
 * The query string of a view, without `?`; defaults are left out, and the same view gives the same text.
 * @param where `api` leaves out what only the page uses
 */
export function toSearch(view: View, where: 'page' | 'api' = 'page'): string {
  return parameters
    .filter((p) => where === 'page' || p.page !== true)
    .flatMap((p) => {
      const text = p.write(view);
      return text === null
        ? []
        : [
            `${p.key}=${encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%7E/g, '~')}`,
          ];
    })
    .join('&');
}
