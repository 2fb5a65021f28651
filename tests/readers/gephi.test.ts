// Graphs as Gephi's own toolkit reads them: no edge is merged with another, and what is dated is on its timeline.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gexf } from '../../server/formats/gexf.ts';
import { graphml } from '../../server/formats/graphml.ts';
import { bytesOf, outgoingOf } from '../support/outgoing.ts';
import { shipped, spells } from '../unit/server/formats/graph-samples.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How many nodes and edges Gephi finds, by type and kind. */
function byGephi(file: string): Map<string, number> {
  const jar = process.env.GEPHI_TOOLKIT;
  if (jar === undefined)
    throw new Error(
      'Set GEPHI_TOOLKIT to the path of gephi-toolkit-0.10.1-all.jar (Maven: org.gephi:gephi-toolkit): this suite reads our graphs with it.',
    );
  const program = path.join(import.meta.dirname, 'Gephi.java');
  const home = process.env.JAVA_HOME;
  const java = home === undefined ? 'java' : path.join(home, 'bin', 'java');
  const out = execFileSync(java, ['-cp', jar, program, file], { encoding: 'utf8', stdio: 'pipe' });
  const lines = out.split('\n').filter((line) => line.includes('\t'));
  return new Map(lines.map((line) => [line.split('\t')[0] ?? '', Number(line.split('\t')[1])]));
}

test.each([gexf, graphml])('$id: claims', async (format) => {
  const entries = [...(await shipped()), ...spells];
  const file = path.join(folder, `claims.${format.extension}`);
  writeFileSync(file, await bytesOf(format, outgoingOf(entries)));
  const found = byGephi(file);
  const claims = entries.flatMap((e) => (e.type === 'claim' ? [e] : []));
  const statements = entries.filter((e) => e.type === 'statement');
  const parties = claims.flatMap((c) => c.parties);
  expect(found.get('node claim')).toBe(claims.length);
  expect(found.get('node statement')).toBe(statements.length);
  expect(found.get('edge party')).toBe(parties.length);
  expect(found.get('edge acts')).toBe(parties.flatMap((p) => p.by ?? []).length);
  expect(found.get('edge about')).toBe(statements.length);
  const dated = format === gexf ? claims.filter((c) => c.when !== undefined).length : undefined;
  expect(found.get('dated nodes')).toBe(dated);
});

test.each([gexf, graphml])('$id: ties', async (format) => {
  const outgoing = outgoingOf([...(await shipped()), ...spells], 'pairs');
  const file = path.join(folder, `pairs.${format.extension}`);
  writeFileSync(file, await bytesOf(format, outgoing));
  expect(byGephi(file).get('edge derived-tie')).toBe((await outgoing.ties()).ties.length);
});
