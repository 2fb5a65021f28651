// The queries: reads the files under cypher/, their heads and the one include, so that a file is all that a query needs.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Question } from '../../model/question.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'cypher');

/** A parameter as a head declares it: `// @param name TYPE what it is`; `map.name` for what a map holds. */
interface QueryParameter {
  name: string;
  type: string;
  doc: string;
}

/** A column as a head declares it: `STRING`, `INTEGER?`, `LIST<STRING>`, … */
interface QueryColumn {
  name: string;
  type: string;
}

export interface Query {
  /** Its path under cypher/, without the suffix: `questions/bilateral`. */
  name: string;
  /** The whole text as it goes to the server and to the reader, head and includes and all. */
  text: string;
  label: string;
  description: string;
  mode: 'read' | 'write' | 'schema';
  counts: Question['counts'];
  over: Question['over'];
  params: QueryParameter[];
  returns: QueryColumn[];
}

const cache = new Map<string, Query>();

/**
 * A query by its name.
 * @param name path under cypher/, without the suffix
 * @throws Error where there is no such file or its head cannot be read: that is a bug
 */
export function query(name: string): Query {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const made = readQuery(name);
  cache.set(name, made);
  return made;
}

/** Of all values those that a query takes, by the names and in the maps that its head declares. */
export function parametersFor({ params }: Query, values: Record<string, unknown>): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { name } of params) {
    const [outer = '', inner] = name.split('.');
    if (inner === undefined) given[outer] = values[outer];
    else given[outer] = { ...(given[outer] as object | undefined), [inner]: values[inner] };
  }
  return given;
}

/** The names of all queries, but for the included file. */
export function queryNames(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cypher'))
    .map((file) =>
      file
        .split(path.sep)
        .join('/')
        .replace(/\.cypher$/, ''),
    )
    .filter((name) => name.includes('/'))
    .sort();
}

let offered: readonly Question[] | null = null;

/** What every question is, from the heads of cypher/questions, in the order in which they are offered. */
export function questions(): readonly Question[] {
  offered ??= readQuestions();
  return offered;
}

function readQuestions(): Question[] {
  const names = queryNames().filter((name) => name.startsWith('questions/'));
  return names.map((name) => questionOf(query(name))).sort((a, b) => rank(a.id) - rank(b.id));
}

/** MODEL.md section 6 gives the order; what it does not name comes last. */
const order = [
  'around',
  'bilateral',
  'trilateral',
  'joint',
  'pairs-only',
  'pairs-and-joint',
  'hub-and-spoke',
  'mixed-roles',
  'sides',
  'disputes',
  'sizes',
  'pairs',
  'paths',
  'changes',
  'bloc',
];
const rank = (id: string) => (order.indexOf(id) + 100) % 100;

function questionOf(q: Query): Question {
  const states = q.params.find((p) => p.name === 'scope.states');
  return {
    id: q.name.slice('questions/'.length),
    label: q.label,
    description: q.description,
    counts: q.counts,
    over: q.over,
    states: statesOf(states?.type ?? 'STATES{0,}', q.name),
  };
}

/** `STATES{2}`, `STATES{2,}` or `STATES{2,3}`: how many; none is the whole world, but for `STATES!`, which needs some. */
function statesOf(type: string, name: string): Question['states'] {
  const found = /^STATES(!?)\{(\d+)(,(\d*))?\}$/.exec(type);
  if (found === null) throw new Error(`${name}: ${type} is not a number of states`);
  const [, needed, least, range, most] = found;
  const min = Number(least);
  return { min, max: range === undefined ? min : most === '' ? null : Number(most), needed: needed === '!' };
}

function readQuery(name: string): Query {
  const own = read(name);
  const included: string[] = [];
  const text = withIncludes(own, included);
  const head = headOf(own);
  const one = (tag: string) => head.tags.find(([t]) => t === tag)?.[1] ?? null;
  const params = [own, ...included].flatMap((block) => paramsOf(block, name));
  return {
    name,
    text,
    label: one('label') ?? name,
    description: head.description,
    mode: oneOf(one('mode'), ['read', 'write', 'schema'] as const, 'read', name),
    counts: oneOf(one('counts'), ['claim', 'group', 'pair', 'path', 'change'] as const, 'claim', name),
    over: oneOf(one('over'), ['day', 'life'] as const, 'day', name),
    params: params.filter((p, i) => params.findIndex((q) => q.name === p.name) === i),
    returns: columnsOf(head.tags.filter(([tag]) => tag === 'returns').map(([, value]) => value)),
  };
}

/** Puts the included blocks where they are asked for, those that they include as well. */
function withIncludes(text: string, included: string[]): string {
  return text.replace(/^[ \t]*\/\/ @include (\S+)[ \t]*$/gm, (_, part: string) => {
    const block = read(part);
    included.push(block);
    return withIncludes(withoutTags(block).trimEnd(), included);
  });
}

const read = (name: string) => readFileSync(path.join(folder, `${name}.cypher`), 'utf8');

/** The included block tells what it is; its tags are the head's business alone. */
const withoutTags = (block: string) => block.replace(/^\/\/ @(?!include)\w+.*\n/gm, '');

function headOf(text: string): { description: string; tags: [string, string][] } {
  const tags: [string, string][] = [];
  const description: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('//')) break;
    const tag = /^\/\/ @(\w+)\s*(.*)$/.exec(line);
    if (tag !== null) tags.push([tag[1] ?? '', (tag[2] ?? '').trim()]);
    else if (tags.length === 0) description.push(line.slice(2).trim());
  }
  return { description: description.join(' ').trim(), tags };
}

function paramsOf(text: string, name: string): QueryParameter[] {
  return headOf(text)
    .tags.filter(([tag]) => tag === 'param')
    .map(([, value]) => {
      const found = /^([\w.]+)\s+(\S+)\s*(.*)$/.exec(value);
      if (found === null) throw new Error(`${name}: cannot read @param ${value}`);
      return { name: found[1] ?? '', type: found[2] ?? '', doc: found[3] ?? '' };
    });
}

function columnsOf(lines: string[]): QueryColumn[] {
  return lines
    .join(', ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', type = ''] = part.split(/\s+/);
      return { name, type };
    });
}

function oneOf<T extends string>(value: string | null, allowed: readonly T[], otherwise: T, name: string): T {
  if (value === null) return otherwise;
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new Error(`${name}: ${value} is not one of ${allowed.join(', ')}`);
  return found;
}
