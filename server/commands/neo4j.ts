// entente neo4j: where Neo4j is and how to connect to it with other programs; starts it alone where it does not run.
import { Command } from 'commander';
import { connect } from '../neo4j/connect.ts';
import { passwordFile } from '../neo4j/password.ts';
import { report } from '../neo4j/progress.ts';
import { readSettings, type Settings } from '../settings.ts';
import { aborted, stopOnSignal, unlessStopped } from './stop.ts';

export function neo4jCommand(): Command {
  return new Command('neo4j')
    .description(
      'Tells how to connect to Neo4j with cypher-shell or Neo4j Browser; starts it where it does not run.',
    )
    .action(() => neo4j(readSettings()));
}

async function neo4j(settings: Settings): Promise<void> {
  const stop = stopOnSignal();
  const server = await unlessStopped(connect(settings, report()), stop);
  process.stdout.write(`${howToConnect(settings, server)}\n`);
  if (!server.embedded) return;
  process.stderr.write('It runs until Ctrl-C.\n');
  await Promise.race([aborted(stop), server.exited]);
  await server.stop();
}

/** The password itself is not printed: a terminal keeps what it showed. */
function howToConnect(settings: Settings, { uri, user }: { uri: string; user: string }): string {
  const own = settings.NEO4J_URI === '';
  const password = own ? `in the file ${passwordFile(settings)}` : 'as NEO4J_PASSWORD has it';
  const given = own ? `"$(cat '${passwordFile(settings)}')"` : '"$NEO4J_PASSWORD"';
  return [
    `address   ${uri}`,
    `user      ${user}`,
    `password  ${password}`,
    '',
    'With cypher-shell:',
    `  NEO4J_PASSWORD=${given} cypher-shell -a ${uri} -u ${user}`,
    'With Neo4j Browser or Desktop: connect to that address with user and password.',
  ].join('\n');
}
