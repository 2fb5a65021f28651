// The vocabulary of this installation: the rows of data/vocabulary, read once and checked by their schemas.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Entity } from '../model/entity.ts';
import type { ProblemDetail } from '../model/problem.ts';
import { Kind, Role, Scale, StateRow, type Vocabulary } from '../model/vocabulary.ts';
import { InvalidError } from './errors.ts';

/** Kinds, roles, states and scales, each by its id. */
export interface Words extends Vocabulary {
  states: ReadonlyMap<string, StateRow>;
  scales: ReadonlyMap<string, Scale>;
}

const shipped = path.resolve(import.meta.dirname, '..', 'data', 'vocabulary');
let words: Words | null = null;

/**
 * The vocabulary in data/vocabulary.
 * @throws InvalidError `invalid-entry` where a row is broken, naming file and line
 */
export function vocabulary(): Words {
  words ??= readVocabulary(shipped);
  return words;
}

/** Reads a vocabulary. @param folder holds kinds.csv, roles.csv, states.csv and scales.json */
export function readVocabulary(folder: string): Words {
  const errors: ProblemDetail[] = [];
  const read: Words = {
    kinds: table(folder, 'kinds.csv', Kind, errors),
    roles: table(folder, 'roles.csv', Role, errors),
    states: table(folder, 'states.csv', StateRow, errors),
    scales: scalesOf(folder, errors),
  };
  if (errors.length > 0)
    throw new InvalidError('invalid-entry', `The vocabulary in ${folder} is not valid.`, { errors });
  return read;
}

/** A state of the vocabulary as an entity; no data set declares it. */
export function entityOf(state: StateRow): Entity {
  const { id, name, names, aliases, wikidata, iso3, iso2, isoNumeric, cow, cowLetters, lon, lat } = state;
  return {
    type: 'entity',
    id,
    dataset: null,
    label: 'State',
    names: { en: name, ...names },
    ...(aliases.length === 0 ? {} : { aliases }),
    wikidata,
    iso3,
    iso2,
    isoNumeric,
    ...(cow.length === 0 ? {} : { cow }),
    ...(cowLetters.length === 0 ? {} : { cowLetters }),
    lon,
    lat,
  };
}

function table<T extends { id: string }>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  errors: ProblemDetail[],
): Map<string, T> {
  const file = path.join(folder, name);
  const rows = new Map<string, T>();
  try {
    const parsed = parse(readFileSync(file), { columns: true, bom: true, info: true }) as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    for (const { record, info } of parsed) keep(rows, schema, record, { file, line: info.lines }, errors);
  } catch (error) {
    errors.push({ file, ...lineOf(error), detail: error instanceof Error ? error.message : String(error) });
  }
  return rows;
}

function scalesOf(folder: string, errors: ProblemDetail[]): Map<string, Scale> {
  const file = path.join(folder, 'scales.json');
  const rows = new Map<string, Scale>();
  try {
    const list = z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const row of list) keep(rows, Scale, row, { file }, errors);
  } catch (error) {
    errors.push({ file, detail: error instanceof Error ? error.message : String(error) });
  }
  return rows;
}

function keep<T extends { id: string }>(
  rows: Map<string, T>,
  schema: z.ZodType<T>,
  row: unknown,
  place: { file: string; line?: number },
  errors: ProblemDetail[],
): void {
  const parsed = schema.safeParse(row);
  if (!parsed.success)
    for (const issue of parsed.error.issues)
      errors.push({ ...place, pointer: `/${issue.path.join('/')}`, detail: issue.message });
  else if (rows.has(parsed.data.id))
    errors.push({ ...place, pointer: '/id', detail: `"${parsed.data.id}" stands twice` });
  else rows.set(parsed.data.id, parsed.data);
}

function lineOf(error: unknown): { line?: number } {
  const lines = (error as { lines?: unknown } | null)?.lines;
  return typeof lines === 'number' ? { line: lines } : {};
}
