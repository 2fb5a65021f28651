// npm run briefs -- http://127.0.0.1:4680: saves the briefs of docs/briefs anew from a program that runs, as its page does:
// HTML with the picture in it, Markdown with the picture beside it. What is not loaded there is left as it is.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Info } from '../../model/api.ts';
import { openBrowser } from '../support/browser.ts';
import { besidePicture, docBriefs, docViews, openExportAt, savedFromPage } from '../support/doc-briefs.ts';

const [url = 'http://127.0.0.1:4680'] = process.argv.slice(2);
const { datasets } = Info.parse(await (await fetch(`${url}/api/info`)).json());
const browser = await openBrowser({ viewport: { width: 1600, height: 1000 }, acceptDownloads: true });
browser.setDefaultTimeout(90_000);
try {
  for (const { name, dataset, search } of docViews) {
    if (!datasets.some((d) => d.id === dataset)) {
      process.stdout.write(`${name}: ${dataset} is not loaded, its brief is left as it is\n`);
      continue;
    }
    const page = await browser.newPage();
    await openExportAt(page, `${url}/?${search}`);
    const html = await savedFromPage(page, 'Brief (HTML');
    const svg = await savedFromPage(page, 'SVG, the picture');
    await page.close();
    const address = new URL(`/api/questions/bloc.brief?${search}`, url);
    address.searchParams.delete('q');
    const markdown = await (await fetch(address)).text();
    const files = { html, svg, md: besidePicture(markdown, `${name}.svg`) };
    for (const [extension, text] of Object.entries(files))
      writeFileSync(path.join(docBriefs, `${name}.${extension}`), text);
    process.stdout.write(`${name}\n`);
  }
} finally {
  await browser.close();
}
