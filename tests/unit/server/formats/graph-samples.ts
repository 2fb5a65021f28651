// What the tests of graph formats write: the shipped case, and parties with several spells.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { Entry } from '../../../../model/entry.ts';
import { graded } from '../../../../model/grade.ts';
import { yaml } from '../../../../server/formats/yaml.ts';
import { vocabulary } from '../../../../server/vocabulary.ts';
import { read } from '../../../support/outgoing.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The shipped case as it is loaded. */
export async function shipped(): Promise<Entry[]> {
  const entries = await read(yaml, readFileSync(path.join(root, 'data/beijing-2025.yaml')));
  return entries.map((e) => {
    const fields = z.record(z.string(), z.unknown()).parse(e);
    return Entry.parse(fields.type === 'statement' ? graded(fields, vocabulary().scales, []) : fields);
  });
}

/** A pact that one state leaves and joins again, and for which one person acts twice. */
export const spells: Entry[] = [
  { type: 'dataset', id: 'spells', title: 'Spells', coverage: [] },
  { type: 'source', id: 'https://example.org/spells', dataset: 'spells', title: 'A source' },
  {
    type: 'entity',
    id: 'person:some_one',
    dataset: 'spells',
    label: 'Person',
    names: { en: 'Some One' },
    represents: [
      { entity: 'state:CHN', office: 'president' },
      { entity: 'state:CHN', office: 'chairman' },
    ],
  },
  {
    type: 'claim',
    id: 'spells/pact',
    title: 'A pact & its "spells"',
    kinds: ['defence-pact'],
    when: '1990-02/..',
    modality: 'in-force',
    incomplete: false,
    parties: [
      { entity: 'state:CHN', role: 'member', until: '1995-06-30', by: 'person:some_one' },
      { entity: 'state:RUS', role: 'member', from: '1991' },
      { entity: 'state:CHN', role: 'member', from: '1999-01-01', by: 'person:some_one' },
    ],
    properties: { code: 12.5, remark: 'a' },
  },
  {
    type: 'statement',
    claim: 'spells/pact',
    source: 'https://example.org/spells',
    stance: 'asserts',
    confidence: null,
    basis: 'stated',
  },
  {
    type: 'statement',
    claim: 'spells/pact',
    source: 'https://example.org/spells',
    stance: 'denies',
    confidence: 0,
    basis: 'stated',
  },
];
