// A process of its own that starts the embedded server and holds it until it is killed: what a terminal does.
import { startEmbedded } from '../../server/neo4j/embedded.ts';
import { silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';

const server = await startEmbedded(readSettings(process.env, ''), silent, 0, true);
process.stdout.write(`${JSON.stringify({ uri: server.uri, password: server.password, pid: server.pid })}\n`);
setInterval(() => {}, 1000);
