// A node of another program's graph as an entity and an edge as a claim, and back. What an entry says that the node or
// the edge does not is told apart, so that both together are the entry again.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '../../../model/claim.ts';
import type { Entity } from '../../../model/entity.ts';
import { ownIdOf } from '../../../model/id.ts';
import type { Statement } from '../../../model/statement.ts';
import { EdtfDate } from '../../../model/time.ts';
import type { About, GraphDataset } from './about.ts';
import type { ReadEdge, ReadNode, ReadValue } from './parts.ts';
import { type Spell, spellsOf } from './spells.ts';

/** Under which name a label is kept that is no name by itself; no attribute of XML is called so. */
export const LABEL = '@(label)';

/** Before what Entente adds to a graph of others; reading passes over it. */
export const OURS = 'entente';

/** Whether Entente added an attribute. */
export const isOurs = (name: string) => name === OURS || name.startsWith(`${OURS}_`);

type Fields = Record<string, unknown>;
type Values = Map<string, ReadValue>;

/** An end of an edge: its node, and what stands for it in titles. */
export interface End {
  entity: string;
  label: string;
}

/** What an id may not have is written as `_` code `_`, and `_` as `__`; a long one by its hash. */
function plain(id: string, most: number): string {
  const text = id.replace(/[^A-Za-z0-9.-]/gu, (c) =>
    c === '_' ? '__' : `_${c.codePointAt(0)?.toString(16)}_`,
  );
  return text.length <= most ? text : createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/** Entities are known over all data sets, and each file has its own node 0. */
export const thingOf = (dataset: string, id: string): string => `thing:${dataset}.${plain(id, 60)}`;

const numbered = (index: number) => `edge-${index + 1}`;
const isNumbered = (own: string) => /^edge-\d+$/.test(own);

/** The claim's own id of an edge. @param index its place among the edges */
function ownIdFrom(id: string | undefined, index: number): string {
  if (id === undefined || id === '') return numbered(index);
  const text = plain(id, 100);
  return /^[A-Za-z0-9]/.test(text) ? text : `e${text}`;
}

const propertiesOf = (values: Values): Fields =>
  values.size === 0 ? {} : { properties: Object.fromEntries(values) };

/** What a node or an edge says itself; what Entente added when it left is judged anew. */
const ownValues = (attributes: Values): [string, ReadValue][] =>
  [...attributes].filter(([name]) => !isOurs(name));

/** A label that is no name by itself is kept beside the name. */
const labelled = (label: string | undefined, name: string): [string, ReadValue][] =>
  label !== undefined && (label === '' || label === name) ? [[LABEL, label]] : [];

/** A node as an entity. */
export function entityOf({ id, label, attributes }: ReadNode, dataset: string): Fields {
  const values: Values = new Map([['@id', id], ...labelled(label, id), ...ownValues(attributes)]);
  return {
    type: 'entity',
    id: thingOf(dataset, id),
    dataset,
    label: 'Thing',
    names: { en: label || id },
    ...propertiesOf(values),
  };
}

/** An edge as a claim. @param ends its nodes in their order @param index its place among the edges */
export function claimOf(
  edge: ReadEdge,
  { dataset, ends, index }: { dataset: string; ends: readonly End[]; index: number },
): Fields & { id: string } {
  const own = ownIdFrom(edge.id, index);
  const title = titleOf(ends, edge.directed);
  const values: Values = new Map([...labelled(edge.label, title), ...ownValues(edge.attributes)]);
  if (edge.id !== undefined && (edge.id !== own || isNumbered(own))) values.set('@id', edge.id);
  const spells = spellsOf(edge.attributes);
  return {
    type: 'claim',
    id: `${dataset}/${own}`,
    title: edge.label || title,
    kinds: ['link'],
    ...whenOf(spells),
    modality: 'done',
    incomplete: false,
    parties: partiesOf(ends, edge.directed, spells),
    ...propertiesOf(values),
  };
}

const titleOf = (ends: readonly End[], directed: boolean) =>
  ends.map((e) => e.label).join(directed ? ' → ' : ' – ');

/** From the first day of its first spell to the last of its last. */
function whenOf(spells: readonly Spell[]): { when?: string } {
  if (spells.length === 0) return {};
  const from = spells.some((s) => s.from === undefined) ? '..' : spells.map((s) => s.from ?? '').sort()[0];
  const until = spells.some((s) => s.until === undefined)
    ? '..'
    : spells
        .map((s) => s.until ?? '')
        .sort()
        .at(-1);
  return { when: from === until && from !== '..' ? from : `${from}/${until}` };
}

/** Who is linked; an edge that comes and goes has its ends in several spells. */
function partiesOf(ends: readonly End[], directed: boolean, spells: readonly Spell[]): Fields[] {
  const parties = ends.map(({ entity }, i) => ({
    entity,
    role: directed ? (i === 0 ? 'link-from' : 'link-to') : 'linked',
  }));
  const [a, b] = parties;
  const linked = !directed && parties.length === 2 && a?.entity === b?.entity ? parties.slice(0, 1) : parties;
  return spells.length < 2 ? linked : linked.flatMap((p) => spells.map((spell) => ({ ...p, ...spell })));
}

/** What the file says of an edge by being there: that it is so. */
export const statementOf = (claim: string, { hash }: About): Fields => ({
  type: 'statement',
  claim,
  source: hash,
  stance: 'asserts',
  confidence: null,
  basis: 'stated',
});

/** The file as a source. */
export function sourceOf({ dataset, about }: GraphDataset): Fields {
  const { id, title, publisher } = dataset;
  const published = publishedOf(about.meta);
  return {
    type: 'source',
    id: about.hash,
    dataset: id,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    textHash: about.hash,
  };
}

/** The day on which a file was last changed, as it says itself. */
function publishedOf({ lastmodifieddate }: About['meta']): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(lastmodifieddate ?? '')?.[0];
  return day !== undefined && EdtfDate.safeParse(day).success ? day : undefined;
}

/** An entity as the node that it came from, or would have come from. */
export function nodeOf(entity: Entity): ReadNode {
  const attributes: Values = new Map(Object.entries(entity.properties ?? {}));
  const own = attributes.get('@id');
  const id = typeof own === 'string' && own !== '' ? own : entity.id;
  const label = attributes.get(LABEL);
  attributes.delete('@id');
  attributes.delete(LABEL);
  const name = entity.names.en ?? id;
  const called = typeof label === 'string' ? label : name === id ? undefined : name;
  return { is: 'node', id, line: 1, attributes, ...(called === undefined ? {} : { label: called }) };
}

/**
 * A claim as the edge that it came from; null where it is something that no edge can tell.
 * @param endOf the node of an entity
 * @param most how many ends an edge may have
 */
export function edgeOf(
  claim: Claim,
  endOf: (entity: string) => (End & { id: string }) | undefined,
  most: number,
): { edge: ReadEdge; ends: End[] } | null {
  const roles = new Set(claim.parties.map((p) => p.role));
  const directed = !roles.has('linked');
  if (claim.kinds.length !== 1 || claim.kinds[0] !== 'link') return null;
  if (directed ? [...roles].some((r) => r !== 'link-from' && r !== 'link-to') : roles.size > 1) return null;
  const named = [...new Set(claim.parties.map((p) => `${p.role} ${p.entity}`))].map(
    (n) => n.split(' ')[1] ?? '',
  );
  const met = named.flatMap((entity) => endOf(entity) ?? []);
  const [first] = met;
  if (first === undefined || met.length < named.length) return null;
  const ends = met.length === 1 && !directed ? [first, first] : met;
  if (ends.length < 2 || ends.length > (directed ? 2 : most)) return null;
  const attributes: Values = new Map(Object.entries(claim.properties ?? {}));
  const given = attributes.get('@id');
  const label = attributes.get(LABEL);
  attributes.delete('@id');
  attributes.delete(LABEL);
  const own = ownIdOf(claim.id);
  const id = typeof given === 'string' ? given : isNumbered(own) ? undefined : own;
  const title = titleOf(ends, directed);
  const called = typeof label === 'string' ? label : claim.title === title ? undefined : claim.title;
  const edge: ReadEdge = {
    is: 'edge',
    line: 1,
    ends: ends.map((e) => e.id),
    directed,
    attributes,
    ...(id === undefined ? {} : { id }),
    ...(called === undefined ? {} : { label: called }),
  };
  return { edge, ends };
}

/** What an entry says otherwise than another: its fields, null where it has none of that name. */
export function beyond(entry: object, other: object): Fields {
  const fields: Fields = {};
  const [mine, theirs] = [Object.entries(entry), new Map(Object.entries(other))];
  for (const [name, value] of mine)
    if (value !== undefined && !isDeepStrictEqual(value, theirs.get(name))) fields[name] = value;
  for (const name of theirs.keys()) if (!(name in entry)) fields[name] = null;
  return fields;
}

/** An entry with what was told apart. */
export const withBeyond = (entry: Fields, fields: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...entry, ...fields }).filter(([, value]) => value !== null));

/** Whether a claim rests on the file alone, as it came. */
export function isAsCame(statements: readonly Statement[], claim: string, about: About): boolean {
  const [first, ...more] = statements;
  if (first === undefined || more.length > 0) return false;
  const { id: _, ...says } = first;
  return isDeepStrictEqual(says, statementOf(claim, about));
}
