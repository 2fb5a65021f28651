// Reads mapping files: a shipped one by its name, or a file; what is wrong in one is told with its line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { Mapping } from '../model/mapping.ts';
import { didYouMean } from '../model/near.ts';
import type { ProblemDetail } from '../model/problem.ts';
import { InvalidError, MissingError } from './errors.ts';
import type { TableInput } from './formats/table/reading.ts';
import { Nodes } from './formats/yaml-nodes.ts';
import { explain } from './load/explain.ts';
import { opened } from './load/read.ts';
import { root } from './version.ts';

const shipped = path.join(root, 'data', 'mappings');

/** Keys whose values are switches or numbers; elsewhere -9, 01 and true are the texts that were written. */
const typed = new Set([
  'header',
  'doubleQuote',
  'trim',
  'skipRows',
  'incomplete',
  'exhaustive',
  'empty',
  'unnamed',
  'lon',
  'lat',
]);

/** A mapping and where its parts stand. */
export interface MappingFile {
  mapping: Mapping;
  file: string;
  lineOf(pointer: string): number;
}

/** The names of the mappings that come with Entente. */
export function shippedMappings(): string[] {
  return readdirSync(shipped)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/**
 * Reads a mapping.
 * @param named a file, or the name of a shipped mapping
 * @throws MissingError `unknown-format` where there is none; InvalidError `invalid-file` with every error and its line
 */
export function readMapping(named: string): MappingFile {
  const own = path.join(shipped, `${named}.yaml`);
  const file = existsSync(named) ? named : own;
  if (!existsSync(file)) {
    const names = shippedMappings();
    throw new MissingError(
      'unknown-format',
      `There is no mapping "${named}"${didYouMean(named, names)}; a file is meant, or one of ${names.join(', ')}.`,
    );
  }
  return parseMapping(readFileSync(file, 'utf8'), file);
}

/** Reads the text of a mapping. @throws InvalidError as `readMapping` */
export function parseMapping(text: string, file: string): MappingFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refused = (errors: ProblemDetail[]) =>
    new InvalidError('invalid-file', 'The mapping is not right.', {
      errors: errors.map((e) => ({ file, ...e })),
    });
  if (document.errors.length > 0)
    throw refused(
      document.errors.map((e) => ({
        line: e.linePos?.[0].line ?? 1,
        detail: `this is not YAML: ${e.message.split('\n')[0]}`,
      })),
    );
  const nodes = new Nodes(document, lines, typed);
  const value = nodes.plain(document.contents);
  const lineOf = (pointer: string) => nodes.lineAt(document.contents, stepsOf(pointer), 1);
  const parsed = Mapping.safeParse(value);
  if (parsed.success) return { mapping: parsed.data, file, lineOf };
  const faults = explain(parsed.error.issues, value, 'mapping', Mapping, () => '');
  const placed = faults.map(({ pointer, detail }) => ({ line: lineOf(pointer), pointer, detail }));
  throw refused(placed.sort((a, b) => a.line - b.line));
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * A mapping that comes with Entente; nothing else is opened, whatever the name.
 * @throws MissingError `unknown-format` where there is none of that name
 */
export function shippedMapping(name: string): MappingFile {
  const names = shippedMappings();
  if (!names.includes(name))
    throw new MissingError(
      'unknown-format',
      `There is no mapping "${name}"${didYouMean(name, names) || `; there are ${names.join(', ')}`}.`,
    );
  const file = `${name}.yaml`;
  return parseMapping(readFileSync(path.join(shipped, file), 'utf8'), file);
}

/** A file that is one of a mapping's tables, by which name it is told and how it is read. */
export interface TableFile {
  /** Which table it is, where that is said. */
  table?: string;
  path: string;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * A mapping with the files of its tables.
 * @param files paths, each by itself or as `table=path`, or files as they are; found by their usual names, else in the
 *   order of the tables
 * @throws InvalidError `invalid-parameter` where it cannot be told which file is which table
 */
export function tableInput(mapping: MappingFile, files: readonly (string | TableFile)[]): TableInput {
  const tables: Record<string, TableInput['tables'][string]> = {};
  const names = Object.keys(mapping.mapping.tables);
  const rest: TableFile[] = [];
  for (const file of files.map((f) => (typeof f === 'string' ? onDisk(f, names) : f))) {
    const usual = names.find(
      (n) => mapping.mapping.tables[n]?.file === path.basename(file.path) && tables[n] === undefined,
    );
    if (file.table !== undefined && names.includes(file.table)) tables[file.table] = file;
    else if (usual !== undefined) tables[usual] = file;
    else rest.push(file);
  }
  const free = names.filter((n) => tables[n] === undefined);
  if (rest.length !== free.length) {
    const told = names.map((n) => `${n}=${mapping.mapping.tables[n]?.file ?? 'FILE'}`).join(' ');
    throw new InvalidError(
      'invalid-parameter',
      `${path.basename(mapping.file)} has ${names.length === 1 ? 'one table' : `${names.length} tables`}, and ${files.length} ${files.length === 1 ? 'file is' : 'files are'} given: write ${told}.`,
    );
  }
  for (const [i, file] of rest.entries()) tables[free[i] ?? ''] = file;
  return { ...mapping, tables };
}

/** A path, or `table=path` where the mapping has a table of that name. */
function onDisk(given: string, names: readonly string[]): TableFile {
  const [, table = '', file = ''] = /^([a-z0-9-]+)=(.+)$/s.exec(given) ?? [];
  if (names.includes(table)) return { table, path: file, open: () => opened(file) };
  return { path: given, open: () => opened(given) };
}
