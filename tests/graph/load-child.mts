// A process of its own that loads one file, for a test that kills it; where it is told to, it says `here` at a step of the
// writing, and holds still there or goes on.
import { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';

const [uri = '', user = '', password = '', file = '', step = '', held = ''] = process.argv.slice(2);
const graph = await Graph.connect({ uri, user, password, querySeconds: 60 });
let steps = 0;
const onProgress = () => {
  steps += 1;
  if (String(steps) !== step) return;
  process.stdout.write('here\n');
  if (held === 'held') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
process.stdout.write('begins\n');
await load(graph, [{ path: file }], { onProgress });
process.stdout.write('done\n');
await graph.close();
