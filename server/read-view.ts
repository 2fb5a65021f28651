// What somebody asks for by an address or by options: read, checked against the vocabulary, and told what was meant.
import { fromSearch, unknownKinds } from '../model/address.ts';
import { EntityId, longState } from '../model/id.ts';
import type { ProblemDetail } from '../model/problem.ts';
import { defaultView, type View } from '../model/view.ts';
import { nearStates } from './unknown-entity.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * The view of a query string as the API takes it.
 * @param where `page` where what only the page uses is taken as well
 * @returns the view, and what is wrong: with a parameter, or with a kind that the vocabulary does not have
 */
export function readView(
  search: string,
  where: 'page' | 'api' = 'api',
): { view: View; errors: ProblemDetail[] } {
  const { view, errors } = fromSearch(search, defaultView, where);
  const told = errors.map((e) => (e.pointer === 'states' ? withNames(e, search) : e));
  if (view.saved !== null)
    told.push({
      pointer: 'saved',
      detail: `only the page opens saved views; /api/views/${view.saved} tells the address of this one`,
    });
  return { view, errors: [...told, ...unknownKinds(view, vocabulary().kinds)] };
}

/** The detail, with the states that names such as "North Korea" probably mean. */
function withNames(error: ProblemDetail, search: string): ProblemDetail {
  const written = (new URLSearchParams(search).get('states') ?? '').split(',').filter((x) => x !== '');
  const wrong = written.filter((text) => !EntityId.safeParse(longState(text)).success);
  return { ...error, detail: `${error.detail}${wrong.map(nearStates).join('')}` };
}
