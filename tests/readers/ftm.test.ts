// Lines as the library of FollowTheMoney reads them: each is valid, nothing is lost, and the counts are the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ftm } from '../../server/formats/ftm.ts';
import { bytesOf, outgoingOf } from '../support/outgoing.ts';
import { shipped } from '../support/shipped.ts';
import { python } from './python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('followthemoney finds all lines valid, and reads what was written', async () => {
  const entries = await shipped();
  const file = path.join(folder, 'beijing.ftm.json');
  const bytes = await bytesOf(ftm, outgoingOf(entries));
  writeFileSync(file, bytes);
  const claims = entries.filter((e) => e.type === 'claim');
  const statements = entries.filter((e) => e.type === 'statement');
  const unknown = statements.filter((s) => s.confidence === null).length;
  // Who takes part, and who acts for whoever takes part.
  const links = claims.map((c) => [
    c.title,
    c.parties.flatMap((p) => [p.entity, ...[p.by ?? []].flat()]).length,
  ]);
  const plain = claims.filter((c) => /^[\d-]+(\/.*)?$/.test(c.when ?? ''));
  expect(python('ftm.py', 'followthemoney', file)).toMatchObject({
    lost: [],
    misplaced: [],
    errors: [],
    kept: bytes.toString().trim().split('\n').length,
    schemata: {
      Event: claims.length,
      Documentation: statements.length,
      Territory: entries.filter((e) => e.type === 'entity' && e.label === 'State').length,
      Person: entries.filter((e) => e.type === 'entity' && e.label === 'Person').length,
    },
    statuses: { 'confidence: not known': unknown },
    links: Object.fromEntries(links),
    dated: plain.length,
  });
  expect(unknown).toBeGreaterThan(0);
});
