// A process of its own that loads one file, for a test that kills it.
import { Graph } from '../../server/graph/graph.ts';
import { load } from '../../server/load/load.ts';

const [uri = '', user = '', password = '', file = ''] = process.argv.slice(2);
const graph = await Graph.connect({ uri, user, password, querySeconds: 60 });
process.stdout.write('begins\n');
await load(graph, [{ path: file }]);
process.stdout.write('done\n');
await graph.close();
