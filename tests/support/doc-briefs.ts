// The briefs that stand in docs/briefs: of which views they are, how the page saves one, and how two of them are compared.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

export const docBriefs = path.resolve(import.meta.dirname, '../../docs/briefs');

const bloc = (rest: string) => `q=bloc&states=CHN,RUS,PRK&dataset=${rest}`;

/** The name of a brief, its data set, and the address of its view. */
export const docViews = [
  { name: 'beijing-2025', dataset: 'beijing-2025', search: bloc('beijing-2025') },
  { name: 'atop-2000', dataset: 'atop-5.1', search: bloc('atop-5.1&on=2000-07-01') },
  { name: 'atop-2018', dataset: 'atop-5.1', search: bloc('atop-5.1&on=2018-07-01') },
] as const;

/** The page at a view, with the dialog of the export open. */
export async function openExportAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('#canvas[data-ready="1"]').waitFor({ state: 'attached' });
  // The picture fits beside the report when that is there.
  await page.locator('.quotable').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
}

/** Saves what the page shows by the open dialog of the export. @param format the beginning of its label there */
export async function savedFromPage(page: Page, format: string): Promise<string> {
  await page.getByRole('radio', { name: format }).click();
  const save = page.locator('.making .primary:enabled');
  await save.waitFor();
  const [got] = await Promise.all([page.waitForEvent('download'), save.click()]);
  return readFileSync(await got.path(), 'utf8');
}

/** A Markdown brief with its picture as a file beside it: forges show no picture that is written into the text. */
export const besidePicture = (brief: string, file: string): string =>
  brief.replace('<!-- figure -->', `![What the picture shows is told in the table below](${file})`);

/**
 * A brief without what another load or version of the program changes: when a data set was loaded, and the version. The
 * picture is apart, as its words: browsers measure letters each in its own way.
 */
export function comparable(brief: string): { text: string; picture: string[] } {
  const [svg = ''] = /<svg .*<\/svg>/s.exec(brief) ?? [];
  const timeless = (text: string) =>
    text
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{6}/g, 'LOADED')
      .replaceAll(/(?<=Entente )\d+\.\d+\.\d+/g, 'VERSION');
  const words = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, said = '']) => timeless(said));
  return { text: timeless(brief.replace(svg, 'PICTURE')), picture: words.sort() };
}
