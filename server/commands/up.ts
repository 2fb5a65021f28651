// entente up: Neo4j, the shipped data, the page and the API, until Ctrl-C.
import { Command } from 'commander';
import { app, gateOfQuestions } from '../app.ts';
import { buildClient } from '../client-build.ts';
import { UnavailableError } from '../errors.ts';
import { listen } from '../listen.ts';
import { logOf } from '../log.ts';
import { type Connected, connect } from '../neo4j/connect.ts';
import { report } from '../neo4j/progress.ts';
import { PLAN_SECONDS, planQuestions } from '../plan.ts';
import { loadShipped, prepareGraph } from '../prepare-graph.ts';
import { readSettings, type Settings } from '../settings.ts';
import { refuseSecond, tellAddress } from './address.ts';
import { openGraph } from './connected.ts';
import { aborted, stopOnSignal, unlessStopped } from './stop.ts';

export function upCommand(): Command {
  return new Command('up')
    .description('Starts Neo4j where none is named, and serves the page and the API until Ctrl-C.')
    .action(() => up(readSettings()));
}

const { say, ...bars } = report();

async function up(settings: Settings): Promise<void> {
  await refuseSecond(settings);
  const stop = stopOnSignal();
  const began = performance.now();
  const undo: (() => Promise<unknown>)[] = [];
  try {
    // Two things that take seconds and do not need each other.
    const page = buildClient(say);
    page.catch(() => {});
    const server = await unlessStopped(connect(settings, { say, ...bars }), stop);
    undo.push(() => server.stop());
    refuseJoined(settings, server);
    const graph = await openGraph(server, settings.ENTENTE_QUERY_SECONDS);
    undo.push(() => graph.close());
    await prepareGraph(graph);
    await loadShipped(graph, settings, say);
    await unlessStopped(page, stop);
    if (stop.aborted) return;
    const log = logOf(settings);
    const neo4j = { embedded: server.embedded, uri: server.uri };
    const gate = gateOfQuestions();
    const web = await listen(
      app(graph, settings, { log, gate, neo4j }),
      settings.ENTENTE_HOST,
      settings.ENTENTE_PORT,
    );
    undo.push(() => web.stop(), await tellAddress(settings, web.url));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`Entente is at ${web.url} (ready in ${seconds} s; Ctrl-C stops it)`);
    const plan = async () => {
      if (!settings.ENTENTE_PLAN) return;
      const open = () => openGraph(server, PLAN_SECONDS);
      await planQuestions(open, () => gate.idle(), log, stop);
    };
    const planned = plan();
    undo.push(() => planned);
    void watch(server, stop, plan);
    await aborted(stop);
    say('Stopping …');
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** Another command's Neo4j ends with that command: what is served until Ctrl-C cannot stand on it. */
function refuseJoined(settings: Settings, server: Connected): void {
  if (settings.NEO4J_URI === '' && !server.embedded)
    throw new UnavailableError(
      'already-running',
      `Another entente command runs Neo4j on the data in ${settings.ENTENTE_DATA} now. Start again when it has ended, or set ENTENTE_DATA to another folder.`,
    );
}

/** Says it when the embedded Neo4j dies, and starts it again, once; until it answers, every question is a 503. */
async function watch(server: Connected, stop: AbortSignal, plan: () => Promise<void>): Promise<void> {
  const how = await server.exited;
  if (stop.aborted) return;
  say(`Neo4j ended by itself (${how}). Starting it again …`);
  try {
    await server.restart();
    say('Neo4j answers again.');
  } catch (error) {
    say(`Neo4j did not start again: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  void plan();
  const again = await server.exited;
  if (!stop.aborted) say(`Neo4j ended once more (${again}). Stop with Ctrl-C and start Entente again.`);
}
