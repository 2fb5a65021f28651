// Reads tables by a mapping, for the tests: small texts, or look-alikes of public data by their shipped mappings.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Claim } from '../../../../model/claim.ts';
import type { Entity } from '../../../../model/entity.ts';
import type { ProblemDetail } from '../../../../model/problem.ts';
import { decodeTable } from '../../../../server/formats/table/decode.ts';
import type { TableInput } from '../../../../server/formats/table/reading.ts';
import type { TableReport } from '../../../../server/formats/table/tally.ts';
import { type MappingFile, parseMapping, readMapping } from '../../../../server/mapping.ts';
import { root } from '../../../../server/version.ts';

export interface Read {
  claims: Claim[];
  statements: Record<string, unknown>[];
  entities: Entity[];
  problems: ProblemDetail[];
  report: TableReport;
  /** Where a part of the nth claim stands, `file:line pointer`. */
  place(claim: number, pointer: string): string;
}

/** Pieces as small as this break lines and characters, as a file's pieces do. */
const PIECE = 7;

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Reads tables, each a text or bytes, by a mapping. */
export async function readTables(
  mapping: MappingFile,
  tables: Record<string, string | Uint8Array>,
): Promise<Read> {
  const input: TableInput = {
    ...mapping,
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [
        name,
        { path: `${name}.csv`, open: () => pieces(typeof table === 'string' ? Buffer.from(table) : table) },
      ]),
    ),
  };
  const read: Omit<Read, 'report' | 'place'> = { claims: [], statements: [], entities: [], problems: [] };
  const places: ((pointer: string) => string)[] = [];
  for await (const decoded of decodeTable(input)) {
    if ('problem' in decoded) {
      read.problems.push(decoded.problem);
      continue;
    }
    const entry = decoded.entry as { type: string };
    if (entry.type === 'claim') {
      read.claims.push(entry as Claim);
      places.push((pointer) => {
        const at = decoded.at?.(pointer);
        return `${at?.file}:${at?.line} ${at?.pointer}`;
      });
    }
    if (entry.type === 'statement') read.statements.push(entry);
    if (entry.type === 'entity') read.entities.push(entry as Entity);
  }
  const { report } = input;
  if (report === undefined) throw new Error('a reading ends with its report');
  return { ...read, report, place: (claim, pointer) => places[claim]?.(pointer) ?? '' };
}

const HEAD = `dataset: { id: x, title: X, url: "https://example.org/x" }\ntables: { t: {} }\n`;

/** Reads one table by the claims of a mapping. @param claims YAML below `claims:` */
export const readTable = (table: string | Uint8Array, claims: string, head = HEAD): Promise<Read> =>
  readTables(parseMapping(`${head}${claims}`, 'm.yaml'), { t: table });

/** Reads the look-alike of a public data set by the mapping that comes with Entente. */
export function readLookAlike(name: string): Promise<Read> {
  const mapping = readMapping(name);
  const tables = Object.entries(mapping.mapping.tables).map(([table, { file }]) => [
    table,
    readFileSync(lookAlike(name, table, file)),
  ]);
  return readTables(mapping, Object.fromEntries(tables));
}

/** The look-alike of a table: under its usual file name, else by mapping and table. */
function lookAlike(mapping: string, table: string, file: string | undefined): string {
  const folder = path.join(root, 'tests', 'fixtures', 'tables');
  const named = readdirSync(folder).find((f) => f === file || f.startsWith(`${mapping}-${table}.`));
  return path.join(folder, named ?? '');
}

/** Problems as they are told: `file:line column: what`. */
export const told = (problems: readonly ProblemDetail[]) =>
  problems.map(({ file, line, pointer, detail }) => `${file}:${line ?? '-'} ${pointer ?? '-'}: ${detail}`);
