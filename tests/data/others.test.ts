// Real files of other programs: bundles of STIX and lines of FollowTheMoney come in whole by the command line, and leave
// as they came. What of an object is right is read from the raw file.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { withGraph } from '../support/graph.ts';
import { dataFile } from './folder.ts';
import { entente } from './loaded.ts';

withGraph(prepareGraph);

type Fields = Record<string, unknown>;

/** A kind of file: its objects, and which of them relate others. */
interface Kind {
  format: string;
  ending: RegExp;
  objects(text: string): Fields[];
  relates(object: Fields): boolean;
  /** An object that left, without what is ours. */
  plain(object: Fields): Fields;
}

const lines = (text: string): Fields[] =>
  text.split('\n').flatMap((l) => (l.trim() === '' ? [] : [JSON.parse(l)]));

const kinds: Kind[] = [
  {
    format: 'stix',
    ending: /\.json$/,
    objects: (text) => JSON.parse(text).objects,
    // What is revoked is superseded, and does not leave.
    relates: ({ type, revoked }) => (type === 'relationship' || type === 'report') && revoked !== true,
    plain: (object) => object,
  },
  {
    format: 'ftm',
    ending: /json$/,
    objects: (text) => lines(text).map((l) => (l.entity as Fields | undefined) ?? l),
    relates: ({ schema }) => /^(Payment|Sanction|Ownership|Directorship|Family)$/.test(String(schema)),
    plain: ({ entente: _, ...object }) => object,
  },
];

for (const { format, ending, objects, relates, plain } of kinds)
  describe(format, () => {
    for (const name of filesOf(format, ending))
      test(name, async () => {
        const file = dataFile(format, name);
        const came = objects(readFileSync(file, 'utf8'));
        const loaded = await entente('load', file, '--json');
        expect(loaded.code, loaded.err).toBe(0);
        const [{ dataset, counts }] = JSON.parse(loaded.out).datasets;
        const related = came.filter(relates);
        const inGraph = (type: string) =>
          counts[type].created + counts[type].changed + counts[type].unchanged;
        expect(inGraph('claim') + inGraph('entity')).toBe(came.length);
        expect(inGraph('claim')).toBeGreaterThanOrEqual(related.length);
        const left = await entente('export', format, '--dataset', dataset);
        const back = new Map(objects(left.out).map((o) => [o.id, plain(o)]));
        const wrong = came.filter((o) => (relates(o) || back.has(o.id)) && !same(back.get(o.id), o));
        expect(wrong).toEqual([]);
        expect(came.filter((o) => !back.has(o.id) && !isRevoked(o))).toEqual([]);
      });
  });

/** What is revoked is superseded, and what relates does not leave then. */
const isRevoked = ({ revoked, type }: Fields) =>
  revoked === true && (type === 'relationship' || type === 'report');

function filesOf(format: string, ending: RegExp): string[] {
  return readdirSync(
    path.dirname(dataFile(format, format === 'stix' ? 'apt1.json' : 't1_entities.ftm.json')),
  ).filter((f) => ending.test(f));
}

function same(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
