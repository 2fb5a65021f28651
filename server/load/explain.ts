// What a schema finds wrong with an entry, in words: what stands there, what would be right, and what is close.
import type { z } from 'zod';
import { DataFile } from '../../model/data-file.ts';
import type { EntryType } from '../../model/entry.ts';
import type { Fault } from '../../model/grade.ts';
import { didYouMean } from '../../model/near.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * The faults that a schema found.
 * @param schema of the entry
 * @param near words near to a value, by the field it stands in; for ids of entities
 */
export function explain(
  issues: readonly Issue[],
  entry: unknown,
  type: EntryType | 'mapping' | 'view',
  schema: z.ZodType,
  near: (field: string, value: string) => string,
): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], entry, type, schema, near));
}

/** A JSON pointer. */
function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function faultsOf(
  issue: Issue,
  above: Path,
  entry: unknown,
  type: EntryType | 'mapping' | 'view',
  schema: z.ZodType,
  near: (field: string, value: string) => string,
): Fault[] {
  const path = [...above, ...issue.path];
  const value = valueAt(entry, path);
  const one = (detail: string) => [{ pointer: pointerOf(path), detail }];
  const written = show(value);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, type, path);
      return issue.keys.map((key) => ({
        pointer: pointerOf([...path, key]),
        detail: `"${key}" is not a key here${didYouMean(key, known) || `; there are ${known.join(', ')}`}`,
      }));
    }
    case 'invalid_type':
      if (value === undefined) return one(`${fieldOf(path)} is missing`);
      return one(`${written} is not right: write ${expected(issue.expected)}`);
    case 'invalid_value': {
      const words = issue.values.map(String);
      return one(`${written} is not one of ${words.join(', ')}${didYouMean(String(value), words)}`);
    }
    case 'invalid_union': {
      const best = bestBranch(issue.errors, value);
      if (best !== null) return best.flatMap((i) => faultsOf(i, path, entry, type, schema, near));
      const words = issue.errors
        .flat()
        .flatMap((i) => (i.code === 'invalid_value' ? i.values.map(String) : []));
      return one(`${written} is not right${words.length === 0 ? '' : `: write ${words.join(', ')}`}`);
    }
    default:
      return one(`${written}: ${issue.message}${near(fieldOf(path), String(value))}`);
  }
}

/** Of the alternatives of a union the one that was probably meant: of those that see its shape, the one with the least faults. */
function bestBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  if (value === undefined) return branches[0] ?? null;
  const meant = branches.filter((issues) =>
    issues.every((i) => i.path.length > 0 || (i.code !== 'invalid_type' && i.code !== 'invalid_value')),
  );
  const [first, ...rest] = meant;
  return first === undefined
    ? null
    : rest.reduce((best, b) => (faultsIn(b) < faultsIn(best) ? b : best), first);
}

const faultsIn = (issues: readonly Issue[]) =>
  issues.reduce((n, i) => n + (i.code === 'unrecognized_keys' ? i.keys.length : 1), 0);

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields',
  record: 'fields',
};
const expected = (type: string) => nouns[type] ?? type;

/** The name of the field that a path leads to; of a list's item, that of the list. */
function fieldOf(path: Path): string {
  const name = [...path].reverse().find((step) => typeof step === 'string' && !/^\d+$/.test(step));
  return name === undefined ? 'it' : String(name);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** What stands at a path. */
function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

/** The keys that a schema knows at a path, with those that the nested file has beside them. */
function keysAt(schema: z.ZodType, type: EntryType | 'mapping' | 'view', path: Path): string[] {
  const own = shapeAt(schema, path);
  const inFile = nested[type] === undefined ? [] : shapeAt(nested[type], path);
  return [...new Set([...inFile, ...own])].filter((key) => key !== 'type');
}

const claims = DataFile.shape.claims.unwrap().element;
const nested: Partial<Record<EntryType | 'mapping' | 'view', z.ZodType>> = {
  dataset: DataFile.shape.dataset,
  source: DataFile.shape.sources.unwrap().element,
  claim: claims,
  statement: claims.shape.statements.element,
};

/** Walks a schema along a path to the keys of the object there. */
function shapeAt(schema: z.ZodType, path: Path): string[] {
  const { def } = schema as unknown as { def: Record<string, unknown> & { type: string } };
  const into = (next: unknown, rest: Path) => shapeAt(next as z.ZodType, rest);
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return into(def.innerType, path);
    case 'union':
      return (def.options as unknown[]).flatMap((option) => into(option, path));
    case 'array':
      return into(def.element, path.slice(1));
    case 'record':
      return into(def.valueType, path.slice(1));
    case 'object': {
      const shape = def.shape as Record<string, unknown>;
      const [step, ...rest] = path;
      if (step === undefined) return Object.keys(shape);
      return shape[String(step)] === undefined ? [] : into(shape[String(step)], rest);
    }
    default:
      return [];
  }
}
