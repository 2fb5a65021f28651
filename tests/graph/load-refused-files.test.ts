// Files that are no data files: each is refused with what it is instead.
import { expect, test } from 'vitest';
import { file, harbours } from './harbours.ts';
import { refused, withLoads } from './refused.ts';

withLoads();

const texts: [string, string, string | Uint8Array, RegExp, number?][] = [
  [
    'YAML that is not YAML',
    'a.yaml',
    'dataset:\n  id: x\n  title: "open\n',
    /this is not YAML, at column \d+/,
    4,
  ],
  ['tabs in YAML', 'a.yaml', 'dataset:\n\tid: x\n', /this is not YAML/, 2],
  ['an empty file', 'a.yaml', '', /the file is empty/],
  ['a file of comments', 'a.yaml', '# nothing\n', /The file is empty/],
  ['an empty JSON Lines file', 'a.jsonl', '\n\n', /the file is empty/],
  ['XML', 'a.graphml', '<?xml version="1.0"?><graphml/>', /XML or HTML; Entente reads YAML/],
  ['XML under another name', 'a.yaml', '<?xml version="1.0"?><graphml/>', /XML or HTML/],
  ['a table', 'a.csv', 'a,b\n1,2\n', /a table needs a mapping: --mapping NAME/],
  ['a table under another name', 'a.yaml', 'a,b\n1,2\n', /a data file begins with "dataset:"/],
  ['an archive', 'a.yaml', new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip archive: unpack it/],
  ['UTF-16', 'a.yaml', new Uint8Array([0xff, 0xfe, 0x61, 0]), /UTF-16: save it as UTF-8/],
  [
    'Latin-1',
    'a.yaml',
    new Uint8Array([...Buffer.from('dataset:\n  id: x\n  title: caf'), 0xe9, 10]),
    /Line 3 is not UTF-8/,
    3,
  ],
  [
    'a line that is not JSON',
    'a.jsonl',
    '{"type":"dataset","id":"x","title":"X","coverage":[]}\n{"type":\n',
    /not JSON/,
    2,
  ],
  [
    'an entry of no type',
    'a.jsonl',
    '{"type":"klaim"}\n',
    /"klaim" is not one of dataset, .*did you mean "claim"\?/,
    1,
  ],
  [
    'entries without their data set',
    'a.jsonl',
    '{"type":"source","id":"https://x.example/a","dataset":"x","title":"T"}\n',
    /there is no entry for the data set "x"/,
    1,
  ],
];
// What is missing may stand behind the cut.
test('a file that is cut off is told first and alone, and not what is missing without the rest of it', async () => {
  const said =
    '{"type":"statement","claim":"x/a","source":"https://x.example/a","stance":"asserts","basis":"stated","confidence":null}';
  const entries = file(`{"type":"dataset","id":"x","title":"X","coverage":[]}\n${said}\n`, 'a.jsonl');
  const cut = file('<graphml>\n<graph>\n<node id="a"/>\n<no', 'a.graphml');
  expect((await refused(entries)).errors.map((e) => e.line)).toEqual([2, 2]);
  expect((await refused([entries, cut])).errors).toEqual([
    {
      file: cut.path,
      line: 4,
      code: 'invalid-file',
      detail: 'the file ends too soon, within <graph>: the rest of it is missing',
    },
  ]);
});

for (const [name, called, text, detail, line] of texts)
  test(name, async () => {
    const input = file(text, called);
    const { errors } = await refused(input);
    expect(errors[0]).toMatchObject({ file: input.path, ...(line === undefined ? {} : { line }) });
    expect(errors[0]?.detail).toMatch(detail);
  });

test('a file that is not there', async () => {
  const { errors } = await refused({ path: '/no/such/file.yaml' });
  expect(errors).toMatchObject([{ file: '/no/such/file.yaml', detail: 'there is no such file' }]);
});

test('YAML too large to read whole names JSON Lines', async () => {
  async function* endless() {
    yield Buffer.from(harbours);
    for (;;) yield Buffer.alloc(1 << 20, '#');
  }
  const { errors } = await refused({ path: 'large.yaml', bytes: endless() });
  expect(errors[0]?.detail).toMatch(/32 MB at most. Use JSON Lines/);
});

test('aliases that multiply', async () => {
  const levels = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &l${i + 1} [${`*l${i},`.repeat(20)}]\n`);
  const text = `x0: &l0 [a]\n${levels.join('')}dataset: { id: x, title: X, note: *l9 }\n`;
  const { errors } = await refused(file(text));
  expect(errors.some((e) => /aliases/.test(e.detail))).toBe(true);
});
