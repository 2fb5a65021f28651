// A graph of another program that was loaded leaves the graph as it came, whole: also its nodes without an edge, which
// are counted, found, and in no answer.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import { defaultView, type View } from '../../model/view.ts';
import { find } from '../../server/entities.ts';
import { leave } from '../../server/export/outgoing.ts';
import { formats } from '../../server/formats/index.ts';
import { cleanUp, datasets, removeDataset } from '../../server/load/datasets.ts';
import { load } from '../../server/load/load.ts';
import { prepareGraph } from '../../server/prepare-graph.ts';
import { graph, withGraph } from '../support/graph.ts';
import { bytesOf, inPieces } from '../support/outgoing.ts';

const text = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph mode="dynamic" timeformat="date" defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="score" type="float"/><attribute id="1" title="big" type="long"/></attributes>
<nodes><node id="a" label="Port of Anywhere"><attvalues><attvalue for="0" value="1.0"/><attvalue for="1" value="7"/></attvalues></node>
<node id="b" label="Bay"/><node id="c" label="Lighthouse Nobody"><attvalues><attvalue for="0" value="0.5"/></attvalues></node></nodes>
<edges><edge id="0" source="a" target="b" weight="2.5" start="2001-01-01" end="2001-12-31"/><edge id="1" source="a" target="b"/></edges>
</graph></gexf>`;

withGraph(prepareGraph);
let id = '';
beforeAll(async () => {
  const report = await load(graph, [{ path: 'ports of call.gexf', bytes: inPieces(Buffer.from(text)) }]);
  id = report.datasets[0]?.dataset ?? '';
});
afterAll(async () => {
  await removeDataset(graph, id);
  await cleanUp(graph, 0);
});

const wanted = (more: Partial<View> = {}) => ({
  question: 'around',
  view: { ...defaultView, lens: { ...defaultLens, datasets: [id] }, ...more },
  part: 'answer' as const,
  form: 'claims' as const,
});

test('a node without an edge is counted and found', async () => {
  expect((await datasets(graph)).find((d) => d.id === id)).toMatchObject({
    title: 'ports of call',
    counts: { claims: 2, entities: 3, unconnected: 1 },
  });
  const { hits } = await find(graph, 'lighthouse', 5);
  expect(hits.map((h) => h.name)).toContain('Lighthouse Nobody');
});

test('it leaves with all of its data set, and with nothing less', async () => {
  expect((await leave(graph, wanted())).leaves).toMatchObject({ claims: 2, unconnected: 1 });
  const narrower = { filters: { ...noFilters, kind: ['link'] } };
  expect((await leave(graph, wanted(narrower))).leaves).toMatchObject({ claims: 2, unconnected: 0 });
});

test('in GEXF it is the graph that came', async () => {
  const gexf = formats.find((f) => f.id === 'gexf');
  if (gexf === undefined) throw new Error('there is no GEXF');
  const left = (await bytesOf(gexf, (await leave(graph, wanted())).outgoing)).toString();
  for (const part of [
    '<attribute id="0" title="score" type="float"/>\n<attribute id="1" title="big" type="long"/>',
    '<node id="a" label="Port of Anywhere"><attvalues><attvalue for="0" value="1"/><attvalue for="1" value="7"/></attvalues></node>',
    '<node id="c" label="Lighthouse Nobody"><attvalues><attvalue for="0" value="0.5"/></attvalues></node>',
    '<edge id="0" source="a" target="b" start="2001-01-01" end="2001-12-31" weight="2.5"><attvalues><attvalue for="entente_state" value="asserted"/>',
  ])
    expect(left).toContain(part);
  expect(left.match(/<node /g)).toHaveLength(3);
});

const lossless = formats.filter((f) => f.lossless && f.encode !== undefined);
test.each(lossless)('as $id it comes back unchanged, with the node without an edge', async (format) => {
  const bytes = await bytesOf(format, (await leave(graph, wanted())).outgoing);
  const report = await load(graph, [{ path: `back.${format.extension}`, bytes: inPieces(bytes) }], {
    dryRun: true,
  });
  expect(report.datasets).toMatchObject([{ dataset: id, written: false }]);
});
