// What is told of a fetch: a bar on a terminal, a few plain lines elsewhere.
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { report } from '../../../../server/neo4j/progress.ts';

function stream(isTTY: boolean) {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const terminal = {
    isTTY,
    columns: 120,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  };
  return { to: Object.assign(sink, terminal) as unknown as NodeJS.WriteStream, text: () => text };
}

const progress = (jars: number, bytes: number) => ({ jars, bytes, ofJars: 125, ofBytes: 82_936_878 });

test('where there is no terminal: a line for each quarter, the last one when all is there', () => {
  const { to, text } = stream(false);
  const { fetched } = report(to);
  for (let jars = 0; jars <= 125; jars++) fetched(progress(jars, Math.round((jars / 125) * 82_936_878)));
  const lines = text().trim().split('\n');
  expect(lines.length).toBe(4);
  expect(lines[0]).toBe('Fetching Neo4j: 21.2 of 82.9 MB, 32 of 125 jars');
  expect(lines[3]).toBe('Fetching Neo4j: 82.9 of 82.9 MB, 125 of 125 jars');
});

test('on a terminal: a bar with MB and jars, ended when all is there', () => {
  const { to, text } = stream(true);
  const { fetched } = report(to);
  fetched(progress(0, 0));
  fetched(progress(125, 82_936_878));
  expect(text()).toContain('82.9 of 82.9 MB, 125 of 125 jars');
});
