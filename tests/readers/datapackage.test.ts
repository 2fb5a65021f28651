// The data package as Frictionless and pandas read it: valid, and the same rows, types and numbers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { datapackage } from '../../server/formats/datapackage.ts';
import { bytesOf, outgoingOf } from '../support/outgoing.ts';
import { fromFile } from '../support/shipped.ts';
import { shipped } from '../unit/server/formats/graph-samples.ts';
import { python } from './python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('Frictionless finds it valid, and pandas reads what was written', async () => {
  const entries = (await fromFile()).map(
    (e): Entry =>
      e.type === 'claim' && e.id.endsWith('/joint-appearance')
        ? { ...e, title: '=1+1 "quoted", NA\nand a line', properties: { goldstein: -2.5 } }
        : e,
  );
  const outgoing = outgoingOf(entries);
  const file = path.join(folder, 'beijing.zip');
  writeFileSync(file, await bytesOf(datapackage, outgoing));
  const claims = entries.filter((e) => e.type === 'claim');
  const statements = entries.filter((e) => e.type === 'statement');
  const parties = claims.flatMap((c) => c.parties);
  const numbers = statements.flatMap((s) => (s.confidence === null ? [] : [s.confidence]));
  const told = [];
  for await (const piece of outgoing.pieces()) if (piece.type === 'told') told.push(piece);
  expect(python('datapackage.py', 'frictionless and pandas', file)).toMatchObject({
    errors: [],
    valid: true,
    rows: {
      datasets: 1,
      sources: entries.filter((e) => e.type === 'source').length,
      claims: claims.length,
      parties: parties.length,
      statements: statements.length,
    },
    keys: { datasets: 0, sources: 1, entities: 0, claims: 1, parties: 2, statements: 3 },
    types: {
      confidence: 'Int64',
      stands: 'boolean',
      lon: 'Float64',
      earliest: expect.stringContaining('datetime64'),
    },
    confidences: numbers.sort((a, b) => a - b),
    unknown: statements.length - numbers.length,
    titles: claims.map((c) => c.title.replace(/^=/, "'=")),
    named: parties.length,
    trilateral: told.filter((t) => t.principals.length === 3).length,
  });
  expect(parties.length).toBeGreaterThan(80);
});

/** What base R finds: RSCRIPT names the program where it is not on the path. */
function byR(file: string): unknown {
  const script = path.join(import.meta.dirname, 'datapackage.R');
  return JSON.parse(execFileSync(process.env.RSCRIPT ?? 'Rscript', [script, file], { encoding: 'utf8' }));
}

test('R reads the same rows, types and numbers', async () => {
  const entries = await shipped();
  const outgoing = outgoingOf(entries);
  const file = path.join(folder, 'r.zip');
  writeFileSync(file, await bytesOf(datapackage, outgoing));
  const claims = entries.filter((e) => e.type === 'claim');
  const statements = entries.filter((e) => e.type === 'statement');
  const numbers = statements.flatMap((s) => (s.confidence === null ? [] : [s.confidence]));
  const contested: string[] = [];
  for await (const piece of outgoing.pieces())
    if (piece.type === 'told' && piece.state === 'contested') contested.push(piece.claim.id);
  expect(byR(file)).toMatchObject({
    rows: { datasets: 1, claims: claims.length, statements: statements.length },
    confidence: 'integer',
    stands: 'logical',
    earliest: 'Date',
    confidences: numbers.sort((a, b) => a - b),
    unknown: statements.length - numbers.length,
    said: statements.length,
    contested: contested.sort(),
    titles: claims.map((c) => c.title),
  });
  expect(contested.length).toBeGreaterThan(1);
});
