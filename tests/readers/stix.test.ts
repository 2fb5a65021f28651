// A bundle as the validator and the library of OASIS read it: valid, without a warning, and the same counts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Entry } from '../../model/entry.ts';
import { stix } from '../../server/formats/stix.ts';
import { byKind, bytesOf, outgoingOf, read } from '../support/outgoing.ts';
import { shipped } from '../support/shipped.ts';
import { python } from './python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('OASIS finds it valid, and reads what was written', async () => {
  // A marking, so that its definition is read as well.
  const entries = (await shipped()).map(
    (e): Entry => (e.type === 'dataset' ? { ...e, marking: 'TLP:AMBER+STRICT' } : e),
  );
  const outgoing = outgoingOf(entries, 'pairs');
  const file = path.join(folder, 'beijing.json');
  writeFileSync(file, await bytesOf(stix, outgoing));
  const claims = entries.filter((e) => e.type === 'claim');
  const statements = entries.filter((e) => e.type === 'statement');
  const of = (stance: string) => statements.filter((s) => s.stance === stance).length;
  const { ties } = await outgoing.ties();
  expect(python('stix.py', 'stix2 and stix2-validator', file)).toMatchObject({
    valid: true,
    warnings: [],
    types: {
      grouping: claims.length,
      opinion: statements.length - of('asserts'),
      // One for each source and each assertion, and that of the file.
      note: of('asserts') + entries.filter((e) => e.type === 'source').length + 1,
      relationship: ties.length,
      report: 1,
      'marking-definition': 1,
    },
    opinions: {
      'strongly-disagree': of('denies'),
      disagree: of('reports-absence'),
      neutral: of('qualifies'),
    },
    confidences: statements.flatMap((s) => s.confidence ?? []).sort((a, b) => a - b),
    parties: Object.fromEntries(claims.map((c) => [c.title, new Set(c.parties.map((p) => p.entity)).size])),
    countries: entries.flatMap((e) => (e.type === 'entity' && e.iso2 !== undefined ? [e.iso2] : [])).sort(),
    markings: ['TLP:AMBER+STRICT'],
    derived: ties.length,
    referenced: true,
  });
});

test('OASIS finds two bundles of others valid that leave in one', async () => {
  const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const at = {
    spec_version: '2.1',
    created: '2024-05-01T10:00:00.000Z',
    modified: '2024-05-01T10:00:00.000Z',
  };
  const bundle = (n: number) => {
    const [person, group, link] = [
      `identity--${uuid(n)}`,
      `intrusion-set--${uuid(n)}`,
      `relationship--${uuid(n)}`,
    ];
    const objects = [
      { type: 'identity', id: person, ...at, name: `Someone ${n}`, identity_class: 'individual' },
      { type: 'intrusion-set', id: group, ...at, name: `Group ${n}` },
      {
        type: 'relationship',
        id: link,
        ...at,
        relationship_type: 'targets',
        source_ref: group,
        target_ref: person,
      },
      { type: 'opinion', id: `opinion--${uuid(n)}`, ...at, opinion: 'disagree', object_refs: [link] },
    ];
    return Buffer.from(JSON.stringify({ type: 'bundle', id: `bundle--${uuid(n)}`, objects }));
  };
  const entries = [...(await read(stix, bundle(1))), ...(await read(stix, bundle(2)))].map((e) =>
    Entry.parse(e),
  );
  const file = path.join(folder, 'two.json');
  writeFileSync(file, await bytesOf(stix, outgoingOf(byKind(entries))));
  expect(python('stix.py', 'stix2 and stix2-validator', file)).toMatchObject({
    valid: true,
    warnings: [],
    opinions: { disagree: 2 },
    types: { relationship: 2, 'intrusion-set': 2 },
  });
});
