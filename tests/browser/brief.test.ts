// A brief as HTML, as the API gives it: one file that opens without asking for anything, and prints.
import { expect, test } from 'vitest';
import { runForTests, running } from '../support/running.ts';

runForTests();

test('a brief opens without asking for anything, leads to its sources, and prints on A4 and Letter', async () => {
  const address = '/api/questions/trilateral.brief-html?states=CHN,RUS,PRK';
  const html = await (await fetch(`${running.url}${address}`)).text();
  const page = await running.browser.newPage();
  try {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    expect(await page.locator('tbody tr').count()).toBe(10);
    await page.locator('td a').first().click();
    expect(await page.locator(':target').textContent()).toContain('Article on the Beijing parade');
    for (const format of ['A4', 'Letter'] as const)
      expect((await page.pdf({ format })).subarray(0, 5).toString()).toBe('%PDF-');
    expect(asked).toEqual([]);
  } finally {
    await page.close();
  }
});
