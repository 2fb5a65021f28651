// The Markdown table: a row a claim, who says it and how sure, and nothing that the text around it takes for markup.
import { expect, test } from 'vitest';
import { markdown } from '../../../../server/formats/markdown.ts';
import { bytesOf, outgoingOf } from '../../../support/outgoing.ts';
import { shipped } from './graph-samples.ts';

test('a row tells who says it, how sure and with which grade', async () => {
  const entries = await shipped();
  const lines = (await bytesOf(markdown, outgoingOf(entries))).toString().split('\n');
  const rows = lines.filter((l) => l.startsWith('| ')).slice(2);
  expect(rows).toHaveLength(entries.filter((e) => e.type === 'claim').length);
  const row = rows.find((l) => l.includes('beijing-2025/permanent-combat-deployment'));
  expect(row?.split(' | ')).toEqual([
    '| Permanent deployment of North Korean combat troops',
    // The entities of the world do not leave with these entries, so ids stand for names.
    'state:PRK, state:RUS',
    'troop-deployment',
    'not dated',
    'contested',
    '30',
    '70',
    'Reports: asserts (confidence 30, F4); ' +
      'Those who contest the reports: denies (confidence unknown, F6, implied); ' +
      'Article on the Beijing parade of 3 September 2025: reports-absence (confidence 70, F2)',
    'beijing-2025/permanent-combat-deployment |',
  ]);
});
