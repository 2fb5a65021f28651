// The files of data/ by plain parsing and the schemas alone: no loader between a file and what is said of it here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { DataFile } from '../../../model/data-file.ts';
import { Kind, Role, Scale, StateRow } from '../../../model/vocabulary.ts';

const data = path.resolve(import.meta.dirname, '../../../data');
const read = (file: string) => readFileSync(path.join(data, file), 'utf8');

/** The cells of a vocabulary file as text, by column. */
export function cells(file: string): Record<string, string>[] {
  return parseCsv(read(`vocabulary/${file}`), { columns: true });
}

export const kinds = z.array(Kind).parse(cells('kinds.csv'));
export const roles = z.array(Role).parse(cells('roles.csv'));
export const states = z.array(StateRow).parse(cells('states.csv'));
export const scales = z.array(Scale).parse(JSON.parse(read('vocabulary/scales.json')));

export const kindOf = new Map(kinds.map((k) => [k.id, k]));
export const roleOf = new Map(roles.map((r) => [r.id, r]));

/** The shipped data set as its file has it. */
export const beijing = DataFile.parse(parseYaml(read('beijing-2025.yaml')));
