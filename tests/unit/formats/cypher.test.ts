// The Cypher script: constraints first, commands of bounded size, and no text of a data set that would be a command.
import { expect, test } from 'vitest';
import type { Entry } from '../../../model/entry.ts';
import { cypher } from '../../../server/formats/cypher.ts';
import { bytesOf, outgoingOf } from '../../support/outgoing.ts';
import { asRead, commandsOf, textsIn } from '../../support/script.ts';
import { fromFile } from '../../support/shipped.ts';

const scriptFor = async (entries: Entry[], form: 'claims' | 'pairs' = 'claims') =>
  (await bytesOf(cypher, outgoingOf(entries, form))).toString();

/** A command without what is between quotes. */
const bare = (command: string) =>
  command.replace(/"(?:[^"\\]|\\.)*"/gs, '""').replace(/`(?:[^`]|``)*`/gs, '``');

test('says in comments what it is, then constraints, then rows by business keys', async () => {
  const entries = await fromFile();
  const script = await scriptFor(entries);
  const outgoing = outgoingOf(entries);
  const head = script.slice(0, script.indexOf('CREATE'));
  for (const part of [outgoing.head.lens, 'Licence: MIT', outgoing.head.program, ...outgoing.head.notes])
    expect(head).toContain(part);
  const commands = commandsOf(script);
  expect(commands.slice(0, 5).every((c) => /^CREATE CONSTRAINT \w+ IF NOT EXISTS/.test(c))).toBe(true);
  expect(commands.slice(5).every((c) => c.startsWith('UNWIND ['))).toBe(true);
  expect(commands.slice(5).every((c) => c.includes('MERGE (') && !c.includes('CREATE'))).toBe(true);
});

test('a long claim is several commands', async () => {
  const entries = (await fromFile()).map((e) =>
    e.type === 'claim' && e.id.endsWith('/joint-appearance')
      ? { ...e, parties: Array.from({ length: 3000 }, () => e.parties[0] ?? { entity: '', role: '' }) }
      : e,
  );
  const commands = commandsOf(await scriptFor(entries));
  const parties = commands.filter((c) => c.includes('PARTY_TO'));
  expect(parties.length).toBeGreaterThan(5);
  expect(Math.max(...commands.map((c) => c.length))).toBeLessThan(70_000);
});

test('no text is a command, whatever it has in it', async () => {
  const evil = [
    '"}] AS row DETACH DELETE row;',
    String.raw`\u0022}] AS row MATCH (n) DETACH DELETE n;//`,
    String.raw`\\u0022}] AS row MATCH (n) DETACH DELETE n;//`,
    String.raw`ends with \ `.trim(),
    '\n;MATCH (n) DETACH DELETE n;\n',
    '`: 1}] MATCH (n) DETACH DELETE n;',
    String.raw`\u0060: 1}] MATCH (n) DETACH DELETE n;`,
    '\u2028MATCH (n) DETACH DELETE n;',
  ];
  const plain = (await fromFile()).map((e) =>
    e.type === 'claim' ? { ...e, properties: { plain: 'x' } } : e,
  );
  const expected = commandsOf(await scriptFor(plain))
    .map(bare)
    .map(keysOnly);
  for (const text of evil) {
    const entries = plain.map(
      (e): Entry =>
        e.type === 'claim'
          ? { ...e, title: text, note: text, properties: { [text]: text } }
          : e.type === 'dataset'
            ? { ...e, title: text, citation: text, licence: text }
            : e,
    );
    // Neo4j reads characters by number before anything else.
    const script = asRead(await scriptFor(entries));
    const commands = commandsOf(script).map(bare).map(keysOnly);
    expect([...new Set(commands)].sort()).toEqual([...new Set(expected)].sort());
    expect(commands.join('')).not.toContain('DELETE');
    expect(commandsOf(script).flatMap(textsIn)).toContain(text);
  }
});

/** A command without its rows. */
const keysOnly = (command: string) => command.replace(/^UNWIND \[.*\] AS row/s, 'UNWIND [] AS row');

test('pairs say that they are derived', async () => {
  const script = await scriptFor(await fromFile(), 'pairs');
  expect(script).toContain('DERIVED_TIE is derived: no source states it.');
  expect(script).toContain('derived: "tie derived from claims"');
  expect(script).not.toContain('PARTY_TO');
});
