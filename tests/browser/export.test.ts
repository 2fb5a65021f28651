// The dialog of an export: what leaves, as what, up to which marking, told before the file is made; files and copies.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Info } from '../../model/api.ts';
import { broken } from '../support/axe.ts';
import { runForTests, running, says, soon, text } from '../support/running.ts';

runForTests();
let page: Page;

const counted = () => says(page, '.weight', /\d+ claims?/);
async function open(address = '/?states=CHN,RUS,PRK', options: Parameters<typeof running.open>[1] = {}) {
  page = await running.open(address, options);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').waitFor(soon);
  await counted();
}
async function choose(format: RegExp) {
  await page.getByRole('radio', { name: format }).click();
  await counted();
}
async function saved(): Promise<{ name: string; bytes: Buffer }> {
  const [got] = await Promise.all([
    page.waitForEvent('download', soon),
    page.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}
async function elsewhere(): Promise<string[]> {
  await page.getByText('The same file by address or command').click();
  return page.locator('.elsewhere code').allInnerTexts();
}

describe('before the file is made', () => {
  test('every format that is written is offered, with what it leaves out, and the pictures', async () => {
    await open();
    const { formats } = await running.api<Info>('/api/info');
    const written = formats.filter((f) => f.writes);
    const offered = await page.locator('.format').allInnerTexts();
    expect(offered).toHaveLength(written.length + 2);
    for (const f of written) {
      const said = offered.find((o) => o.startsWith(f.label));
      expect(said, f.id).toContain(f.loses.length === 0 ? 'Complete' : 'Leaves out');
    }
    expect(await page.getByRole('button', { name: 'What is selected' }).isDisabled()).toBe(true);
  });

  test('a bound on markings is one for the file, told with what it keeps back; the page stays as it is', async () => {
    await open();
    expect(await text(page, '.weight')).toContain('Nothing of it is marked.');
    await page.getByLabel('Nothing above').selectOption('TLP:GREEN');
    await says(page, '.weight', 'Withheld, as above TLP:GREEN: 0 claims and 0 statements.');
    expect(page.url()).not.toContain('marking');
    expect((await elsewhere())[0]).toContain('marking=TLP:GREEN');
  });

  test('a picture has the bound of the page, whatever that of the dialog is', async () => {
    await open();
    await page.getByLabel('Nothing above').selectOption('TLP:GREEN');
    await says(page, '.weight', 'Withheld, as above TLP:GREEN');
    // Copied, it would show what the files of the dialog withhold.
    const copy = page.getByRole('button', { name: 'Picture', exact: true });
    expect(await copy.isDisabled()).toBe(true);
    await choose(/^SVG/);
    await says(page, '.exporting', 'Without a bound on markings, as on the page');
    await says(page, '.weight', 'Ties between pairs are derived.');
    expect(await text(page, '.weight')).not.toContain('Withheld');
    await expect.poll(() => copy.isEnabled(), soon).toBe(true);
  });
});

describe('the file', () => {
  test('has the bytes of its address and the name that the server gives it; the command says the same', async () => {
    await open('/?states=CHN,RUS,PRK&threshold=60&q=joint');
    await choose(/^JSON Lines/);
    const [there = '', command] = await elsewhere();
    const { name, bytes } = await saved();
    // It is said for a few seconds only.
    await says(page, '[aria-live="polite"]', 'Saved as');
    expect(name).toBe('entente-joint-CHN-RUS-PRK-60.jsonl');
    const same = Buffer.from(await (await fetch(there)).arrayBuffer());
    expect(bytes.toString()).toBe(same.toString());
    expect(command).toBe(
      'npx entente export jsonl --question joint --states CHN,RUS,PRK --threshold 60 -o entente-joint-CHN-RUS-PRK-60.jsonl',
    );
  });

  test('of what is drawn has as many claims as the page says are drawn', async () => {
    await open('/?states=CHN,RUS,PRK&hide=sign:minus&degree=2');
    const status = await text(page, '#status');
    const number = (pattern: RegExp) => Number(pattern.exec(status)?.[1] ?? 0);
    const left = number(/(\d+) not drawn here/);
    expect(left).toBeGreaterThan(0);
    const drawn = number(/(\d+) claims? stands?/) + number(/(\d+) looked for/) - left;
    await choose(/^JSON Lines/);
    await page.getByRole('button', { name: 'What is drawn' }).click();
    await says(page, '.weight', `${drawn} claims`);
    const lines = (await saved()).bytes.toString().split('\n');
    expect(lines.filter((line) => line.includes('"type":"claim"'))).toHaveLength(drawn);
  });

  test('with a picture waits for the answer that the picture is of; data do not', async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await open('/?states=CHN,RUS,PRK&q=trilateral', {
      before: (p) =>
        p.route('**/api/questions/trilateral?**', async (route) => {
          await held;
          await route.continue();
        }),
    });
    const save = page.getByRole('button', { name: 'Save the file' });
    await choose(/^JSON Lines/);
    await expect.poll(() => save.isEnabled(), soon).toBe(true);
    for (const format of [/^Brief \(HTML/, /^SVG/]) {
      await choose(format);
      await says(page, '.making', 'The answer is asked …');
      expect(await save.isDisabled()).toBe(true);
    }
    expect(await page.getByRole('button', { name: 'Picture', exact: true }).isDisabled()).toBe(true);
    go();
    expect((await saved()).bytes.toString()).toContain('Trilateral: exactly China, Russia and North Korea');
  });

  test('under a bound that the page has not, a brief is without the picture of the page', async () => {
    await open();
    await choose(/^Brief \(HTML/);
    await says(page, '.making', 'With the picture as it is drawn now');
    await page.getByLabel('Nothing above').selectOption('TLP:GREEN');
    await says(page, '.making', 'Without the picture: that of the page has another bound');
    await says(page, '.weight', 'Withheld, as above TLP:GREEN');
    const [there = '', command] = await elsewhere();
    expect(command).not.toContain('--figure');
    const same = await (await fetch(there)).text();
    expect((await saved()).bytes.toString()).toBe(same);
  });

  test.each([
    ['a PNG', 'Cancel', /^PNG/],
    ['a brief', 'Escape', /^Brief \(HTML/],
  ])('called off while its picture is drawn, %s is not saved: by %s', async (_, by, format) => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await open('/?states=CHN,RUS,PRK', {
      before: (p) =>
        p.route(/\/assets\/picture-/, async (route) => {
          await held;
          await route.continue();
        }),
    });
    await choose(format);
    const script = page.waitForRequest(/\/assets\/picture-/, soon);
    await page.getByRole('button', { name: 'Save the file' }).click();
    await script;
    let n = 0;
    page.on('download', () => {
      n += 1;
    });
    if (by === 'Cancel') await page.getByRole('button', { name: 'Cancel' }).click();
    else await page.keyboard.press('Escape');
    go();
    await says(page, '[aria-live="polite"]', 'Called off: nothing is saved');
    await page.getByRole('button', { name: 'Save the file' }).waitFor(soon);
    expect(n).toBe(0);
  });

  test('tells what went wrong with its picture', async () => {
    await open('/?states=CHN,RUS,PRK', { before: (p) => p.route(/\/assets\/picture-/, (r) => r.abort()) });
    await choose(/^SVG/);
    await page.getByRole('button', { name: 'Save the file' }).click();
    await says(page, '.weight', 'The file is not made.');
    await page.getByRole('button', { name: 'Save the file' }).waitFor(soon);
  });

  test('can be called off', async () => {
    await open('/?states=CHN,RUS,PRK', {
      before: (p) => p.route(/around\.yaml/, () => new Promise(() => {})),
    });
    await page.getByRole('button', { name: 'Save the file' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor(soon);
    expect(await page.getByRole('button', { name: 'What is drawn' }).isDisabled()).toBe(true);
    expect(await page.getByLabel('Nothing above').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await says(page, '[aria-live="polite"]', 'Called off: nothing is saved');
    await page.getByRole('button', { name: 'Save the file' }).waitFor(soon);
  });
});

test('claims are copied as CSV, as a Markdown table and as Cypher', async () => {
  await open('/?states=CHN,RUS,PRK&q=trilateral', {
    before: (p) => p.context().grantPermissions(['clipboard-read', 'clipboard-write']),
  });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  await expect.poll(clipboard, soon).toMatch(/^claim,title,/);
  await page.getByRole('button', { name: 'Markdown table', exact: true }).click();
  await expect.poll(clipboard, soon).toContain('| Claim | Who |');
  await page.getByRole('button', { name: 'Cypher', exact: true }).click();
  await expect.poll(clipboard, soon).toMatch(/^CREATE CONSTRAINT /m);
  const file = await (
    await fetch(`${running.url}/api/questions/trilateral.cypher?states=CHN,RUS,PRK`)
  ).text();
  expect(await clipboard()).toBe(file);
});

test('the picture is copied as a PNG of its size', async () => {
  await open('/?states=CHN,RUS,PRK', {
    before: (p) => p.context().grantPermissions(['clipboard-read', 'clipboard-write']),
  });
  await choose(/^SVG/);
  await page.getByRole('button', { name: 'Slide, 16:9' }).click();
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await says(page, '[aria-live="polite"]', 'Copied as a picture');
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
    return [picture.width, picture.height];
  });
  expect(size).toEqual([3840, 2160]);
});

test('the bound of the page is told above the picture, and is taken off there', async () => {
  page = await running.open('/?states=CHN,RUS,PRK&marking=TLP:GREEN');
  await says(page, '#status', 'Nothing above TLP:GREEN');
  await page.getByRole('button', { name: 'Clear: Nothing above TLP:GREEN' }).click();
  await expect.poll(() => page.url(), soon).not.toContain('marking');
});

test('Esc closes the dialog and nothing else, and the focus is back on its button', async () => {
  await open('/?states=CHN,RUS,PRK&sel=state:PRK');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
  expect(page.url()).toContain('sel=');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(focused, soon).toBe('Export');
});

test.each([
  ['light', 1366, 768],
  ['dark', 1366, 768],
  ['light', 390, 844],
  ['dark', 390, 844],
] as const)(
  'axe finds nothing, and nothing is too wide, %s at %i × %i',
  async (colorScheme, width, height) => {
    const before = (p: Page) => p.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open('/?states=CHN,RUS,PRK', { width, height, before });
    await elsewhere();
    for (const format of [/^YAML/, /^SVG/, /^Brief \(HTML/]) {
      await choose(format);
      expect(await broken(page)).toEqual([]);
      const over = await page.locator('.exporting').evaluate((e) => e.scrollWidth - e.clientWidth);
      expect(over).toBeLessThanOrEqual(0);
    }
  },
);
