// The Cypher script in a Neo4j of its own: run twice it is there once, with every text as it was.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingFor } from '../../model/claim.ts';
import type { Entry } from '../../model/entry.ts';
import { cypher } from '../../server/formats/cypher.ts';
import { type Embedded, startEmbedded } from '../../server/neo4j/embedded.ts';
import { silent } from '../../server/neo4j/progress.ts';
import { readSettings } from '../../server/settings.ts';
import { bytesOf, outgoingOf } from '../support/outgoing.ts';
import { commandsOf } from '../support/script.ts';
import { fromFile } from '../support/shipped.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-script-'));
let server: Embedded;
let driver: Driver;
beforeAll(async () => {
  const settings = {
    ...readSettings({}, ''),
    ENTENTE_DATA: folder,
    ENTENTE_JARS: process.env.ENTENTE_JARS ?? '',
  };
  server = await startEmbedded(settings, silent, 0, true);
  driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', server.password), {
    disableLosslessIntegers: true,
  });
});
afterAll(async () => {
  await driver?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function ask(text: string): Promise<unknown[][]> {
  const { records } = await driver.executeQuery(text);
  return records.map((r) => r.keys.map((key) => r.get(key)));
}

async function run(script: string): Promise<void> {
  for (const command of commandsOf(script)) await driver.executeQuery(command);
}

/** What would end a text, a name or a comment, if it were not written as it is. */
const evil = [
  `"}] AS row MATCH (n) DETACH DELETE n; // ' " \\`,
  String.raw`\u0022}] AS row MATCH (n) DETACH DELETE n;//`,
  String.raw`\\u0022}] AS row MATCH (n) DETACH DELETE n;\\`,
  String.raw`\u0060: 1}] AS row MATCH (n) DETACH DELETE n;//`,
  String.raw`a \u000a MATCH (n) DETACH DELETE n;`,
  '\n;\r\nMATCH (n) DETACH DELETE n;\t\b\f\u0001\u0085\u2028\u202E',
  '`: 1}] AS row MATCH (n) DETACH DELETE n;//',
  String.raw`C:\users\Ullr 漢字 🕊 $rows ${'$'}&`,
];

test('what was written is there, once, however often it is run', async () => {
  const entries = (await fromFile()).map((e, i): Entry => {
    const text = evil[i % evil.length] ?? '';
    if (e.type === 'dataset') return { ...e, citation: evil.join(' '), licence: evil[4] ?? '' };
    return e.type === 'claim'
      ? { ...e, title: text, note: text, properties: { [text]: text, score: 0.5 } }
      : e;
  });
  const outgoing = outgoingOf(entries);
  const script = (await bytesOf(cypher, outgoing)).toString();
  await ask('CREATE (:Bystander)');
  await run(script);
  const counts = () =>
    ask(`MATCH (n) RETURN head(labels(n)) AS what, count(n) AS many ORDER BY what
         UNION ALL MATCH ()-[r]->() RETURN type(r) AS what, count(r) AS many ORDER BY what`);
  const once = Object.fromEntries(await counts());
  const claims = entries.filter((e) => e.type === 'claim');
  const statements = entries.filter((e) => e.type === 'statement');
  const sources = entries.filter((e) => e.type === 'source');
  const parties = claims.flatMap((c) => c.parties);
  expect(once).toMatchObject({
    Bystander: 1,
    Dataset: 1,
    Claim: claims.length,
    Statement: statements.length,
    Source: sources.length,
    PARTY_TO: parties.length,
    ACTS_IN: parties.flatMap(actingFor).length,
    ABOUT: statements.length,
    FROM: statements.length,
    IN: claims.length + statements.length + sources.length,
    ATTRIBUTED_TO: statements.filter((s) => s.attributedTo !== undefined).length,
  });
  await run(script);
  expect(Object.fromEntries(await counts())).toEqual(once);

  const texts = await ask('MATCH (c:Claim) RETURN c.id, c.title, c.note, properties(c)');
  expect(texts).toHaveLength(claims.length);
  for (const [id, title, note, properties] of texts) {
    const claim = claims.find((c) => c.id === id);
    expect([title, note]).toEqual([claim?.title, claim?.note]);
    const free = Object.entries(properties as object).filter(([key]) => key.startsWith('free_'));
    expect(Object.fromEntries(free)).toEqual({ [`free_${claim?.title}`]: claim?.title, free_score: 0.5 });
  }
});

test('its labels and relationships are asked as the model has them', async () => {
  await run((await bytesOf(cypher, outgoingOf(await fromFile()))).toString());
  const joint = await ask(`
    MATCH (c:Claim {id: 'beijing-2025/joint-appearance'})<-[p:PARTY_TO]-(e:Entity)
    RETURN e.id, p.role, e:Place, c.computed_for, toString(c.computed_earliest) ORDER BY p.index`);
  expect(joint).toEqual([
    ['state:CHN', 'host', false, 70, '2025-09-03'],
    ['state:RUS', 'guest', false, 70, '2025-09-03'],
    ['state:PRK', 'guest', false, 70, '2025-09-03'],
    ['place:beijing', 'venue', true, 70, '2025-09-03'],
  ]);
  const absent = await ask('MATCH (s:Statement) WHERE s.confidence IS NULL RETURN count(s)');
  const unknown = (await fromFile()).filter((e) => e.type === 'statement' && e.confidence === null);
  expect(absent).toEqual([[unknown.length]]);
});

test('ties between pairs are another script, and say that they are derived', async () => {
  const outgoing = outgoingOf(await fromFile(), 'pairs');
  const script = (await bytesOf(cypher, outgoing)).toString();
  await run(script);
  await run(script);
  const { ties } = await outgoing.ties();
  expect(await ask('MATCH ()-[t:DERIVED_TIE]->() RETURN count(t), collect(DISTINCT t.derived)')).toEqual([
    [ties.length, ['tie derived from claims']],
  ]);
});
