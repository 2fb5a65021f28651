// What is to be imported of the files that were brought: entries, or tables with the mapping by which they are read; and
// what is still lacking.
import type { MappingInfo, Recognised } from '../model/imports.ts';
import { listed, many } from '../model/phrase.ts';

/** A file that was brought, and what it is. */
export interface Brought {
  name: string;
  bytes: Blob;
  is: Recognised;
}

/** What is sent: the files, and the mapping by which tables are read. */
export interface Sending {
  /** The names of the files, to tell it by. */
  name: string;
  files: readonly { part: string; name: string; bytes: Blob }[];
  /** The mapping, one that comes with Entente where it has an id; null where no table is sent. */
  mapping: MappingInfo | null;
  /** Every shipped mapping that would do, where one does. */
  choices: readonly MappingInfo[];
}

/** Why the files cannot be sent, and what would help. */
export interface Lack {
  why: string;
  /** A mapping to be edited. */
  draft: { name: string; text: string } | null;
}

export type Plan = Sending | Lack;

export const isLack = (plan: Plan): plan is Lack => 'why' in plan;

const namesOf = (files: readonly { name: string }[]) => listed(files.map((f) => f.name));
const lack = (why: string, draft: Lack['draft'] = null): Lack => ({ why, draft });

/** What is to be sent of the files. @param chosen the shipped mapping that is asked for, by its id */
export function planOf(brought: readonly Brought[], chosen: string | null = null): Plan {
  const of = <K extends Recognised['is']>(is: K) =>
    brought.filter((f): f is Brought & { is: Extract<Recognised, { is: K }> } => f.is.is === is);
  const entries = of('entries');
  const mappings = of('mapping');
  const tables = of('table');
  const [mapping] = mappings;
  if (entries.length > 0) {
    if (entries.length < brought.length)
      return lack(
        `${namesOf(entries)} needs no mapping: bring it by itself, and tables with their mapping after it.`,
      );
    const files = entries.map(({ name, bytes }) => ({ part: 'file', name, bytes }));
    return { name: namesOf(entries), files, mapping: null, choices: [] };
  }
  if (mapping === undefined) return byShipped(tables, chosen);
  if (mappings.length > 1)
    return lack(`${namesOf(mappings)} are mappings: bring one, with the tables that it reads.`);
  return byOwn(mapping, mapping.is.mapping, tables);
}

/** Tables by a mapping that was brought: by the usual names of its tables, else in their order. */
function byOwn(own: Brought, mapping: MappingInfo, tables: readonly Brought[]): Plan {
  if (tables.length !== mapping.tables.length) {
    const reads = `${own.name} reads ${listed(mapping.tables.map(tableName))}.`;
    if (tables.length > mapping.tables.length)
      return lack(`${reads} ${many(tables.length, 'table is', 'tables are')} here: bring what it reads.`);
    const here = new Set(tables.map((t) => t.name));
    const missing = mapping.tables.filter((t) => t.file === null || !here.has(t.file));
    const isSure = missing.length === mapping.tables.length - tables.length;
    return lack(`${reads} Bring ${listed(missing.map(tableName), isSure ? 'and' : 'or')} too.`);
  }
  const free = mapping.tables.filter((t) => !tables.some((f) => f.name === t.file));
  const files = tables.map(({ name, bytes }) => {
    const usual = mapping.tables.find((t) => t.file === name) ?? free.shift();
    return { part: usual?.name ?? 'file', name, bytes };
  });
  return {
    name: namesOf(tables),
    files: [{ part: 'mapping', name: own.name, bytes: own.bytes }, ...files],
    mapping,
    choices: [],
  };
}

const tableName = ({ name, file }: MappingInfo['tables'][number]) =>
  file === null ? `its table ${name}` : file;

type TableFile = Brought & { is: Extract<Recognised, { is: 'table' }> };

/** Tables by a mapping that comes with Entente. */
function byShipped(tables: readonly TableFile[], chosen: string | null): Plan {
  const strange = tables.find((t) => t.is.fits.length === 0);
  if (strange !== undefined)
    return lack(
      `${strange.name} is a table. Which of its columns mean what, a mapping says; none that comes with Entente fits it.`,
      strange.is.draft === null ? null : { name: draftName(strange.name), text: strange.is.draft },
    );
  const [first] = tables;
  const fitting = (first?.is.fits ?? [])
    .map((f) => f.mapping)
    .filter(
      (m) =>
        new Set(tables.map((t) => placeIn(t, m))).size === tables.length &&
        tables.every((t) => placeIn(t, m) !== null),
    );
  if (fitting.length === 0)
    return lack(
      `No mapping that comes with Entente reads ${namesOf(tables)} together. Bring them one after the other.`,
    );
  const whole = fitting.filter((m) => m.tables.length === tables.length);
  const mapping = whole.find((m) => m.id === chosen) ?? whole[0];
  if (mapping === undefined) {
    const [wanted] = fitting;
    const here = new Set(tables.map((t) => placeIn(t, wanted)));
    const missing = (wanted?.tables ?? []).filter((t) => !here.has(t.name)).map(tableName);
    return lack(
      `${wanted?.title}: this is ${namesOf(tables)}. Bring ${listed(missing)} too; both are read together.`,
    );
  }
  const files = tables.map((t) => ({ part: placeIn(t, mapping) ?? 'file', name: t.name, bytes: t.bytes }));
  return { name: namesOf(tables), files, mapping, choices: whole };
}

/** Which table of a mapping a file is; null where it does not fit. */
const placeIn = (file: TableFile, mapping: MappingInfo | undefined): string | null =>
  file.is.fits.find((f) => f.mapping.id === mapping?.id)?.table ?? null;

const draftName = (name: string) => `${name.replace(/\.[^.]*$/, '')}.mapping.yaml`;

/**
 * The files together with those that were brought before: what completes them joins them, all else takes their place.
 * @param before those that lack something, or that were told or refused
 */
export function together(before: readonly Brought[], more: readonly Brought[]): readonly Brought[] {
  const kinds = new Set(more.map((f) => f.is.is));
  const only = (is: Recognised['is']) => kinds.size === 1 && kinds.has(is);
  const tables = before.filter((f) => f.is.is === 'table');
  // A mapping comes to the tables that wait for it, or in the place of one that was wrong.
  if (only('mapping') && tables.length > 0) return [...tables, ...more];
  if (!only('table') || before.some((f) => f.is.is === 'entries')) return more;
  // A table comes to those that lack it, or in the place of one that was wrong.
  const again = more.every((f) => tables.some((t) => t.name === f.name));
  if (again || isLack(planOf(before))) {
    const names = new Set(more.map((f) => f.name));
    return [...before.filter((f) => !names.has(f.name)), ...more];
  }
  return more;
}
