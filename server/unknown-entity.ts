// An entity that is asked about and not known, with the state that was probably meant.
import { longState, shortState } from '../model/id.ts';
import { meant } from '../model/near.ts';
import { MissingError } from './errors.ts';
import { nearIds } from './load/suggest.ts';

/** `There is no entity "state:CHINA"; did you mean "CHN"?` */
export const unknownEntity = (id: string): MissingError =>
  new MissingError('unknown-entity', `There is no entity "${id}"${nearStates(id) || '.'}`);

/** `; did you mean "CHN"?` for `China` or `state:CHINA`; nothing for what is no state, or where nothing is near. */
export function nearStates(written: string): string {
  const id = longState(written.trim());
  return id.startsWith('state:') ? meant(nearIds(id, []).map(shortState)) : '';
}
