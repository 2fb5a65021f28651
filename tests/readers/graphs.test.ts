// Graphs as networkx and igraph read them: the same nodes, edges, types, dates and confidences as were written.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { cyjs } from '../../server/formats/cyjs.ts';
import { gexf } from '../../server/formats/gexf.ts';
import { graphml } from '../../server/formats/graphml.ts';
import { bytesOf, outgoingOf } from '../support/outgoing.ts';
import { shipped, spells } from '../unit/server/formats/graph-samples.ts';
import { python } from './python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ofType = <T extends Entry['type']>(entries: readonly Entry[], type: T) =>
  entries.filter((e): e is Extract<Entry, { type: T }> => e.type === type);

/** What any reader has to find in a file of some entries. */
function expected(entries: readonly Entry[]) {
  const claims = ofType(entries, 'claim');
  const statements = ofType(entries, 'statement');
  const parties = claims.flatMap((c) => c.parties);
  return {
    types: {
      dataset: ofType(entries, 'dataset').length,
      entity: ofType(entries, 'entity').length,
      source: ofType(entries, 'source').length,
      claim: claims.length,
      statement: statements.length,
    },
    kinds: {
      party: parties.length,
      acts: parties.flatMap((p) => p.by ?? []).length,
      about: statements.length,
      from: statements.length,
      attributed: statements.filter((s) => s.attributedTo !== undefined).length,
      represents: ofType(entries, 'entity').flatMap((e) => e.represents ?? []).length,
    },
    confidences: statements.flatMap((s) => s.confidence ?? []).sort((a, b) => a - b),
    numbers: true,
    when: claims.flatMap((c) => c.when ?? []).sort(),
    incomplete: claims.filter((c) => c.incomplete).length,
    spells: parties.map((p) => `${p.from ?? ''}/${p.until ?? ''}`).sort(),
  };
}

test.each([graphml, gexf, cyjs])('$id', async (format) => {
  const entries = [...(await shipped()), ...spells];
  const file = path.join(folder, `all.${format.extension}`);
  writeFileSync(file, await bytesOf(format, outgoingOf(entries)));
  const found = python('graphs.py', 'networkx and igraph', format.id, file);
  const same = expected(entries);
  const dated = ofType(entries, 'claim').filter((c) => c.when !== undefined).length;
  const timeline = format.id === 'gexf' ? dated : 0;
  expect(found).toMatchObject({ networkx: { ...same, timeline } });
  if (format.id === 'graphml') expect(found).toMatchObject({ igraph: same });
});
