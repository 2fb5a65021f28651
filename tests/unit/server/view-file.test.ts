// server/views/file.ts: a saved view as a file, YAML and JSON, and what is told of a wrong one.
import { expect, test } from 'vitest';
import { InvalidError } from '../../../server/errors.ts';
import { LARGEST_VIEW, parseView, readView, viewText, writings } from '../../../server/views/file.ts';
import { savedView } from '../../support/saved-view.ts';

test.each(writings)('what is written as %s is read again as it was', (as) => {
  const text = viewText(savedView, as);
  expect(parseView(text, 'view')).toEqual(savedView);
  expect(viewText(parseView(text, 'view'), as)).toBe(text);
});

test('texts that look like numbers, days or switches stay texts', () => {
  const odd = { ...savedView, title: '2025', notes: 'yes', made: { ...savedView.made, claims: {} } };
  for (const as of writings) expect(parseView(viewText(odd, as), 'view')).toEqual(odd);
});

function errorsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidError) return { code: error.code, errors: error.errors };
    throw error;
  }
  throw new Error('nothing was refused');
}

test('what is wrong is told with file, line and field, all of it at once', () => {
  const text = viewText(savedView, 'yaml')
    .replace('likelihood: likely', 'likelihood: likly')
    .replace('dated: 2025-09-10', 'dated: 2025-09-31')
    .replace('notes:', 'nots:');
  const { code, errors } = errorsOf(() => parseView(text, 'parade.yaml'));
  const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(code).toBe('invalid-file');
  expect(errors.map(({ file, line, pointer }) => [file, line, pointer]).sort()).toEqual(
    [
      ['parade.yaml', lineOf('likly'), '/judgement/likelihood'],
      ['parade.yaml', lineOf('2025-09-31'), '/judgement/dated'],
      ['parade.yaml', lineOf('nots:'), '/nots'],
    ].sort(),
  );
  expect(errors.map((e) => e.detail).join('\n')).toMatch(/did you mean "likely"/);
});

test('what is no view at all is refused: another file, broken JSON, aliases that multiply', () => {
  expect(errorsOf(() => parseView('dataset: { id: x }', 'x.yaml')).errors[0]).toMatchObject({
    file: 'x.yaml',
  });
  expect(errorsOf(() => parseView('{"type": "view",', 'x.json')).errors[0]?.detail).toMatch(
    /neither YAML nor JSON/,
  );
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
  ].join('\n');
  expect(errorsOf(() => parseView(bomb, 'x.yaml')).errors[0]?.detail).toMatch(/alias/i);
});

test('a file that is too long is not read to its end', async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 1_000_000;
      yield new Uint8Array(1_000_000);
    }
  }
  await expect(readView(endless(), 'x.yaml')).rejects.toThrow('at most 5 MB');
  expect(read).toBeLessThan(LARGEST_VIEW * 2);
});
