// The states of the vocabulary by every code and name they go by, and what is close to one that none goes by.
import type { CodeSystem } from '../../../model/mapping-values.ts';
import { meant, nearest } from '../../../model/near.ts';
import type { StateRow } from '../../../model/vocabulary.ts';
import { vocabulary } from '../../vocabulary.ts';

/** How a text is compared: numbers without leading zeros, codes and names without regard to case. */
function keyOf(system: CodeSystem, text: string): string {
  if (system === 'id') return text;
  if (system === 'cow-number' || system === 'iso-numeric')
    return /^\d+$/.test(text) ? String(Number(text)) : text;
  return text.normalize('NFC').toLowerCase();
}

function textsOf(state: StateRow, system: CodeSystem): (string | undefined)[] {
  switch (system) {
    case 'iso2':
      return [state.iso2];
    case 'iso3':
      return [state.iso3];
    case 'iso-numeric':
      return [state.isoNumeric];
    case 'cow-number':
      return state.cow;
    case 'cow-letters':
      return state.cowLetters;
    case 'fips':
      return state.fips;
    case 'wikidata':
      return [state.wikidata];
    case 'name':
      return [state.name, ...state.aliases, ...Object.values(state.names)];
    case 'id':
      return [state.id];
  }
}

const indexes = new Map<CodeSystem, Map<string, string>>();

function indexOf(system: CodeSystem): Map<string, string> {
  const known = indexes.get(system);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  for (const state of vocabulary().states.values())
    for (const text of textsOf(state, system))
      if (text !== undefined && !index.has(keyOf(system, text))) index.set(keyOf(system, text), state.id);
  indexes.set(system, index);
  return index;
}

/** The state that a text means in one of several systems, tried in order; null where it means none. */
export function stateOf(text: string, systems: readonly CodeSystem[]): string | null {
  for (const system of systems) {
    const id = indexOf(system).get(keyOf(system, text));
    if (id !== undefined) return id;
  }
  return null;
}

/** What is close to an id of a state that there is not: the state of its Correlates of War number, or a name or code. */
export function nearStateId(id: string): string {
  const [, number] = /^state:cow-(\d+)$/.exec(id) ?? [];
  const state = number === undefined ? null : stateOf(number, ['cow-number']);
  if (state !== null) return `; number ${number} of the Correlates of War is "${state}" (${nameOf(state)})`;
  return nearStates(id.replace(/^state:/, ''), ['iso3', 'name']);
}

/** `; did you mean …`: a name or code near to a text, or another system in which it is a code. */
export function nearStates(text: string, systems: readonly CodeSystem[]): string {
  for (const system of systems) {
    const near = nearest(text, indexOf(system).keys());
    if (system === 'name' && near.length > 0)
      return meant(near.map((n) => nameOf(indexOf(system).get(n) ?? n)));
  }
  const others: CodeSystem[] = ['iso3', 'iso2', 'cow-letters', 'cow-number', 'fips', 'name'];
  const other = others.find((system) => !systems.includes(system) && stateOf(text, [system]) !== null);
  if (other !== undefined) return `; as ${other} it is ${nameOf(stateOf(text, [other]) ?? '')}`;
  return '';
}

/** The English name of a state; another id stays as it is. */
export function nameOf(id: string): string {
  return vocabulary().states.get(id)?.name ?? id;
}
