// The picture that is saved: as SVG and as PNG, in its sizes and colours, alone and in a brief.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import { plainSvg } from '../../server/plain-svg.ts';
import { testEnvironment } from '../api/served.ts';
import { runEntente } from '../support/entente.ts';
import { runForTests, running, says, soon } from '../support/running.ts';

runForTests();
let page: Page;
const folder = mkdtempSync(path.join(tmpdir(), 'entente-picture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(address = '/?states=CHN,RUS,PRK') {
  page = await running.open(address);
  await page.getByRole('button', { name: 'Export' }).click();
}
async function saved(format?: RegExp): Promise<{ name: string; bytes: Buffer }> {
  if (format !== undefined) await page.getByRole('radio', { name: format }).click();
  await says(page, '.weight', /\d+ claims?/);
  const [got] = await Promise.all([
    page.waitForEvent('download', soon),
    page.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}
const SVG = /^SVG, the picture/;
const PNG = /^PNG, the picture/;

/** The words of an SVG, element by element. */
function wordsOf(svg: string): string[] {
  const words: string[] = [];
  const parser = new SaxesParser();
  let isText = false;
  parser.on('opentag', ({ name }) => {
    isText = name === 'text';
    if (isText) words.push('');
  });
  parser.on('text', (piece) => {
    if (isText) words.push(`${words.pop() ?? ''}${piece}`);
  });
  parser.on('closetag', () => {
    isText = false;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return words;
}

test('as SVG has its words as text and nothing from elsewhere; the same picture has the same bytes', async () => {
  await open('/?states=CHN,RUS,PRK&q=trilateral');
  const { name, bytes } = await saved(SVG);
  expect(name).toBe('entente-trilateral-CHN-RUS-PRK.svg');
  const svg = bytes.toString();
  expect(plainSvg(svg, name)).toBe(svg);
  const words = wordsOf(svg);
  for (const said of ['China', 'Russia', 'North Korea', 'CHN', 'Sign']) expect(words).toContain(said);
  expect(words).toContain('Trilateral: exactly China, Russia and North Korea');
  expect(words).toContain('4 stand: 3 asserted, 1 contested · 6 do not: 4 not found, 1 denied, 1 open');
  expect(words.join(' ')).toContain('Pairs are derived');
  expect(words.join(' ')).toContain('Data: Entente: The Beijing parade');
  expect((await saved()).bytes.equals(bytes)).toBe(true);
  const { loads } = await running.api<Answer>('/api/questions/trilateral?states=CHN,RUS,PRK');
  expect(words.join(' ')).toContain(`Load ${loads['beijing-2025']}`);
  expect(running.trouble(page)).toEqual({ told: [], outside: [] });
});

test('has the same bytes on another day, and tells the time that is asked about', async () => {
  const address = '/?states=CHN,RUS,PRK&q=trilateral&on=2025-09-03';
  await open(address);
  const { bytes } = await saved(SVG);
  expect(wordsOf(bytes.toString())[0]).toBe(
    'Trilateral: exactly China, Russia and North Korea, on 2025-09-03',
  );
  page = await running.open(address, {
    before: (p) =>
      p.route(/questions\/trilateral\?/, async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        expect(text).toContain('"answeredAt"');
        await route.fulfill({
          response,
          body: text.replace(/("answeredAt":")\d{4}-\d\d-\d\d/, '$12031-01-01'),
        });
      }),
  });
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await saved(SVG)).bytes.equals(bytes)).toBe(true);
});

test('of what changed tells which two days are compared', async () => {
  await open('/?states=CHN,RUS,PRK&q=changes&since=2025-09-02&on=2025-09-03');
  const words = wordsOf((await saved(SVG)).bytes.toString()).join(' ');
  expect(words).toContain('Compared is the world on 2025-09-02 with 2025-09-03.');
});

test('as SVG looks like the PNG', async () => {
  await open();
  const svg = (await saved(SVG)).bytes.toString('base64');
  const png = (await saved(PNG)).bytes;
  // Twice 1600 wide, and high enough for a network of 940, its legend and its lines.
  expect(png.readUInt32BE(16)).toBe(3200);
  expect(png.readUInt32BE(20)).toBeGreaterThan(2 * 1064);
  const differs = await page.evaluate(
    async (addresses) => {
      // Small, so that the edges of letters of another font weigh little.
      const [width, height] = [200, 150];
      const pixels = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const pen = new OffscreenCanvas(width, height).getContext('2d');
        if (pen === null) throw new Error('no canvas');
        pen.drawImage(image, 0, 0, width, height);
        return pen.getImageData(0, 0, width, height).data;
      };
      const [a, b] = await Promise.all(addresses.map(pixels));
      if (a === undefined || b === undefined) throw new Error('no pixels');
      let far = 0;
      for (let i = 0; i < a.length; i += 4)
        if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) + Math.abs((a[i + 2] ?? 0) - (b[i + 2] ?? 0)) > 120) far += 1;
      return far / (width * height);
    },
    [`data:image/svg+xml;base64,${svg}`, `data:image/png;base64,${png.toString('base64')}`],
  );
  expect(differs).toBeLessThan(0.02);
});

test('has the shape of paper or of a slide, and the ground of its colours', async () => {
  await open();
  await page.getByRole('radio', { name: SVG }).click();
  await page.getByRole('button', { name: 'Print, A4' }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  const paper = (await saved()).bytes.toString();
  expect(paper).toMatch(/^<svg [^>]*width="297mm" height="210mm" viewBox="0 0 1800 1273"/);
  expect(paper).toMatch(/<rect width="1800" height="1273" fill="#0F141B"\/>/i);
  await page.getByRole('button', { name: 'Slide, 16:9' }).click();
  const slide = (await saved(PNG)).bytes;
  expect([slide.readUInt32BE(16), slide.readUInt32BE(20)]).toEqual([3840, 2160]);
  expect(slide.length).toBeGreaterThan(100_000);
});

test('is put into a brief', async () => {
  await open();
  const { name, bytes } = await saved(/^Brief \(HTML/);
  expect(bytes.toString()).toMatch(/<figure><svg /);
  expect((await saved(/^Brief \(Markdown/)).bytes.toString()).toMatch(
    /!\[Picture\]\(data:image\/svg\+xml,%3Csvg/,
  );
  // The command of the dialog, with the picture that the dialog saves, writes what the page saved.
  const brief = path.join(folder, name);
  await page.getByRole('radio', { name: /^Brief \(HTML/ }).click();
  await page.getByText('The same file by address or command').click();
  const command = await page.locator('.elsewhere code').nth(1).textContent();
  expect(command).toMatch(new RegExp(`^npx entente export .* -o ${name} --figure picture\\.svg$`));
  writeFileSync(path.join(folder, 'picture.svg'), (await saved(SVG)).bytes);
  const told = await runEntente(folder, (command ?? '').split(' ').slice(2), testEnvironment());
  expect([told.code, told.out]).toEqual([0, '']);
  expect(readFileSync(brief, 'utf8')).toBe(bytes.toString());
});
