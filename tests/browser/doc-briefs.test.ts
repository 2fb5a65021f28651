// The briefs of docs/briefs are what the program writes (npm run briefs saves them anew), and give away no more of a file
// than a brief on three states needs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  besidePicture,
  comparable,
  docBriefs,
  docViews,
  openExportAt,
  savedFromPage,
} from '../support/doc-briefs.ts';
import { runForTests, running, soon } from '../support/running.ts';

runForTests();

const standing = (file: string) => readFileSync(path.join(docBriefs, file), 'utf8');

test('the one of the shipped case is what the page saves now', async () => {
  const { name, search } = docViews[0];
  const page = await running.browser.newPage();
  page.setDefaultTimeout(soon.timeout);
  try {
    await openExportAt(page, `${running.url}/?${search}`);
    const html = comparable(await savedFromPage(page, 'Brief (HTML'));
    expect(html.picture.length).toBeGreaterThan(50);
    expect(html).toEqual(comparable(standing(`${name}.html`)));
    const svg = comparable(await savedFromPage(page, 'SVG, the picture'));
    expect(svg).toEqual(comparable(standing(`${name}.svg`)));
  } finally {
    await page.close();
  }
  const asked = search.replace('q=bloc&', '');
  const markdown = await (await fetch(`${running.url}/api/questions/bloc.brief?${asked}`)).text();
  const { text } = comparable(besidePicture(markdown, `${name}.svg`));
  expect(text).toBe(comparable(standing(`${name}.md`)).text);
});

test.each(docViews.filter((v) => v.dataset !== 'beijing-2025'))(
  'the one of $name cites its data, tells its view and names few claims of the file',
  ({ name, search }) => {
    for (const extension of ['html', 'md']) {
      const brief = standing(`${name}.${extension}`).replaceAll('&#38;', '&');
      expect(brief).toContain('Leeds, Brett Ashley');
      expect(brief).toContain(`/?${search}`);
      const rows = new Set(brief.match(/atop-5\.1\/\d+/g) ?? []);
      expect(rows.size).toBeGreaterThan(0);
      expect(rows.size).toBeLessThan(20);
    }
  },
);
