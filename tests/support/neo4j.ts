// Gives tests a real Neo4j: NEO4J_URI where it is set, else a container where a Docker engine answers, else the
// embedded server on a folder of its own. Where there is none, the tests fail; they are never skipped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Neo4jContainer, type StartedNeo4jContainer } from '@testcontainers/neo4j';
import { getContainerRuntimeClient } from 'testcontainers';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/neo4j/embedded.ts';
import { report } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: { uri: string; user: string; password: string; database: string };
  }
}

const image = 'neo4j:5.26-community';

/** What vitest calls before the tests of a project; what it returns is called after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const settings = readSettings();
  if (settings.NEO4J_URI !== '') {
    const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = settings;
    project.provide('neo4j', { uri, user, password, database });
    return async () => {};
  }
  const container = await startContainer();
  if (container !== null) {
    project.provide('neo4j', {
      uri: container.getBoltUri(),
      user: container.getUsername(),
      password: container.getPassword(),
      database: '',
    });
    return async () => {
      await container.stop();
    };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-tests-'));
  const server = await startEmbedded({ ...settings, ENTENTE_DATA: folder }, report(), 0, true);
  const { uri, user, password } = server;
  project.provide('neo4j', { uri, user, password, database: '' });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A server in a container; null where no engine answers, or it cannot get the image, as on a closed network. */
async function startContainer(): Promise<StartedNeo4jContainer | null> {
  try {
    await getContainerRuntimeClient();
  } catch {
    return null;
  }
  try {
    return await new Neo4jContainer(image).withPassword('entente-tests').start();
  } catch (error) {
    process.stderr.write(`No container of ${image}, so the embedded server is used: ${error}\n`);
    return null;
  }
}
