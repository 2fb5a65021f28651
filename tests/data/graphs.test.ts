// Graphs that other tools wrote: what comes in is what another reader finds in them, node by node and edge by edge; it
// leaves in each of the three formats and comes back as the same.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Graph from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../model/claim.ts';
import { Entry } from '../../model/entry.ts';
import { cyjs } from '../../server/formats/cyjs.ts';
import { gexf } from '../../server/formats/gexf.ts';
import { graphml } from '../../server/formats/graphml.ts';
import { byKind, bytesOf, outgoingOf, read } from '../support/outgoing.ts';
import { dataFile } from './folder.ts';

const folder = path.dirname(dataFile('graphs', 'airlines.graphml'));
/** A file of the folder with control characters in it, which XML does not allow. */
const broken = 'fileWithUnicode.graphml';
const files = readdirSync(folder).filter((name) => name !== broken);

const formatOf = (name: string) => (name.endsWith('.gexf') ? gexf : graphml);
const other = (name: string, text: string): Graph =>
  (name.endsWith('.gexf') ? gexfReader : graphmlReader).parse(Graph, text);

/** What graphology calls otherwise, or reads of the looks. */
const looks = { color: 'viz:color.r', size: 'viz:size.value', x: 'viz:position.x', y: 'viz:position.y' };
const notTheirs = new Set(['label', 'z', ...Object.keys(looks)]);

for (const name of files)
  describe(name, () => {
    test('every node and edge is what another reader finds', async () => {
      const bytes = readFileSync(path.join(folder, name));
      const entries = (await read(formatOf(name), bytes)).map((e) => Entry.parse(e));
      const graph = other(name, bytes.toString());
      const entities = entries.filter((e) => e.type === 'entity');
      expect(entities).toHaveLength(graph.order);
      const ids = new Map(entities.map((e) => [e.id, String(e.properties?.['@id'])]));
      for (const { names, properties } of entities) {
        const theirs = graph.getNodeAttributes(properties?.['@id']);
        if (theirs.label !== undefined && properties?.label === undefined)
          expect(names.en).toBe(theirs.label);
        const own = Object.fromEntries(Object.entries(theirs).filter(([key]) => !notTheirs.has(key)));
        // graphology names an attribute by its id, and we by its title.
        expect(Object.values(properties ?? {}).map(String)).toEqual(
          expect.arrayContaining(Object.values(own).map(String)),
        );
        if (theirs.color !== undefined) expect(properties).toHaveProperty([looks.color]);
        if (name.endsWith('.gexf') && theirs.x !== undefined)
          expect([properties?.[looks.x], properties?.[looks.y], properties?.[looks.size]]).toEqual([
            theirs.x,
            theirs.y,
            theirs.size,
          ]);
      }
      const claims = entries.filter((e): e is Claim => e.type === 'claim');
      expect(claims.length).toBeGreaterThanOrEqual(graph.size);
      const theirs = new Set(
        graph.mapEdges((_, values, source, target, __, ___, undirected) =>
          JSON.stringify([
            undirected,
            ...(undirected ? [source, target].sort() : [source, target]),
            values.weight,
          ]),
        ),
      );
      const ours = new Set(
        claims.map((c) => {
          const ends = c.parties.map((p) => ids.get(p.entity) ?? '');
          const undirected = c.parties[0]?.role === 'linked';
          const both = ends.length === 1 ? [...ends, ...ends] : ends;
          const weight = c.properties?.['@weight'];
          return JSON.stringify([undirected, ...(undirected ? both.sort() : both), weight]);
        }),
      );
      expect(ours).toEqual(theirs);
    });

    test.each([graphml, gexf, cyjs])('it leaves as $id and comes back', async (format) => {
      const entries = (await read(formatOf(name), readFileSync(path.join(folder, name)))).map((e) =>
        Entry.parse(e),
      );
      const bytes = await bytesOf(format, outgoingOf(entries));
      expect(byKind(await read(format, bytes))).toEqual(byKind(entries));
    });
  });

test('a file that is not XML is refused with its line', async () => {
  await expect(read(graphml, readFileSync(path.join(folder, broken)))).rejects.toThrow(
    'this is not XML: disallowed character',
  );
});
