// Colours that the system forces (contrast themes): the canvas takes them as the page does, and loses no pattern.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { quiet, runForTests, running, soon } from '../support/running.ts';

runForTests();
let page: Page;
afterEach(() => page?.close());

type Rgb = [number, number, number];
/** The share of light that a colour gives, and the contrast of two (WCAG 2.2). */
const light = (rgb: Rgb) => {
  const [r, g, b] = rgb.map((n) => {
    const c = n / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const rgbOf = (text: string) => (text.match(/\d+/g) ?? []).slice(0, 3).map(Number) as Rgb;
const contrast = (a: string, b: string) => {
  const [dark = 0, bright = 0] = [light(rgbOf(a)), light(rgbOf(b))].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
};
const plain = (colour: string) => rgbOf(colour).join();

/** The system's colours as the browser has them now. */
const systemColours = () =>
  page.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const names = [
      'Canvas',
      'CanvasText',
      'LinkText',
      'GrayText',
      'ButtonBorder',
      'ButtonText',
      'FieldText',
      'Highlight',
      'HighlightText',
    ];
    const found = names.map((name) => {
      probe.style.cssText = `forced-color-adjust:none;color:${name}`;
      return [name, getComputedStyle(probe).color] as const;
    });
    probe.remove();
    return Object.fromEntries(found);
  });

/** What of every element's style is asked for, by element. */
const styles = (properties: readonly string[]) =>
  page.evaluate((names) => {
    type Element_ = { id(): string; style(name: string): unknown };
    type Registered = { _cyreg?: { cy: { elements(): { map<T>(f: (e: Element_) => T): T[] } } } };
    const stage = document.querySelector('#canvas > div') as (Element & Registered) | null;
    const elements = stage?._cyreg?.cy.elements();
    if (elements === undefined) throw new Error('there is no picture');
    const rows = elements.map((e) => [e.id(), names.map((name) => String(e.style(name)))] as const);
    return Object.fromEntries(rows);
  }, properties);

const COLOURS = ['color', 'line-color', 'text-background-color', 'text-border-color', 'border-color'];
const CHIP = ['label', 'color', 'text-background-color', 'text-background-opacity'];
const PATTERNS = [
  'width',
  'line-style',
  'line-dash-pattern',
  'line-outline-width',
  'border-style',
  'label',
].concat(['source-arrow-shape', 'target-arrow-shape', 'text-border-style', 'text-border-width', 'line-fill']);

const force = (colorScheme: 'light' | 'dark') => page.emulateMedia({ forcedColors: 'active', colorScheme });

/** Waits until no colour of the canvas is another than those of the system. */
async function isOfTheSystem(): Promise<void> {
  // Cytoscape gives #999 for what an element does not have, as the line of a node.
  const system = new Set([...Object.values(await systemColours()).map(plain), '153,153,153']);
  const others = async () =>
    Object.values(await styles(COLOURS))
      .flat()
      .filter((c) => !system.has(plain(c)));
  await expect.poll(others, soon).toEqual([]);
}

describe.each(['light', 'dark'] as const)('a %s contrast theme', (scheme) => {
  test('the canvas is in the colours of the system, and its words stand out', async () => {
    page = await running.open('/?sel=beijing-2025/permanent-combat-deployment', {
      before: (p) => p.emulateMedia({ forcedColors: 'active', colorScheme: scheme }),
    });
    await isOfTheSystem();
    await quiet(page);
    const system = await systemColours();
    const chips = Object.values(await styles(CHIP)).filter(([label]) => label !== '');
    expect(chips.length).toBeGreaterThan(20);
    for (const [label = '', text = '', ground = '', opacity] of chips)
      expect(contrast(text, opacity === '0' ? (system.Canvas ?? '') : ground), label).toBeGreaterThan(7);
    const selected = chips.find(([label]) => label?.startsWith('≠ Combat'));
    expect(selected?.slice(1, 3).map(plain)).toEqual(
      [system.HighlightText, system.Highlight].map((c) => plain(c ?? '')),
    );
  });
});

test('it follows the system while the page is open, keeps every pattern, and gives the colours back', async () => {
  page = await running.open();
  // What is not drawn of each state is counted after the picture is there, and drawn as badges.
  await quiet(page);
  const before = await styles(PATTERNS);
  const own = await styles(COLOURS);
  await force('light');
  await isOfTheSystem();
  const dark = (await systemColours()).Canvas;
  await force('dark');
  await isOfTheSystem();
  expect((await systemColours()).Canvas).not.toBe(dark);
  await expect.poll(() => styles(PATTERNS), soon).toEqual(before);
  // The pieces of the legend and of the table are pictures, with the colours in their text.
  await quiet(page);
  const glyphs = await page
    .locator('img.glyph')
    .evaluateAll((all) => all.map((e) => e.getAttribute('src') ?? ''));
  expect(glyphs.length).toBeGreaterThan(20);
  expect(glyphs.filter((src) => /%231B62B5|%23C2410C|%23566373|%236CB0FF/i.test(src))).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await expect.poll(() => styles(COLOURS), soon).toEqual(own);
});

test('a contested line has its second half broken, in the picture and in the legend', async () => {
  page = await running.open('/', { before: (p) => p.emulateMedia({ forcedColors: 'active' }) });
  const stops = Object.values(await styles(['line-fill', 'line-gradient-stop-positions']))
    .filter(([fill]) => fill === 'linear-gradient')
    .map(([, positions]) => positions?.split(' ').length ?? 0);
  expect(stops.length).toBeGreaterThan(0);
  for (const n of stops) expect(n).toBeGreaterThan(10);
  const row = page.locator('#legend li').filter({ hasText: 'Contested' }).locator('img');
  expect(await row.getAttribute('src')).toContain('stroke-dasharray');
});

describe.each([
  ['bloc', '/?q=bloc'],
  ['changes', '/?q=changes&states=CHN,RUS,PRK&since=2025-09-02&on=2025-09-03'],
  ['paths', '/?q=paths&states=CHN,PRK'],
])('the report page of %s', (name, address) => {
  test.each(['light', 'dark'] as const)('is in the colours of a %s contrast theme', async (scheme) => {
    page = await running.open(address, {
      before: (p) => p.emulateMedia({ forcedColors: 'active', colorScheme: scheme }),
    });
    // What a report tells comes after its sentence: its code is fetched with the first report of its kind.
    await page.locator('#report img.glyph').first().waitFor(soon);
    await page.locator('#report details').evaluateAll((all) => {
      for (const fold of all) fold.setAttribute('open', '');
    });
    await quiet(page);
    const system = await systemColours();
    const known = new Set([...Object.values(system).map(plain), plain('rgba(0, 0, 0, 0)')]);
    const found = await painted();
    expect(found.texts.length).toBeGreaterThan(30);
    for (const { text, colour, ground } of found.texts)
      expect(contrast(colour, ground), text).toBeGreaterThan(4.5);
    const others = [...found.texts.map((t) => t.colour), ...found.lines].filter((c) => !known.has(plain(c)));
    expect(others).toEqual([]);
    // Claims are told apart by shape and mark: their pictures have no colour of the program's own.
    const glyphs = await page
      .locator('#report img.glyph')
      .evaluateAll((all) => all.map((e) => e.getAttribute('src') ?? ''));
    expect(glyphs.length).toBeGreaterThan(0);
    expect(glyphs.filter((src) => /%231B62B5|%23C2410C|%23566373|%236CB0FF/i.test(src))).toEqual([]);
    // In the chart one of the two is a line and the other is hatched, so that they are two without colour.
    if (name === 'bloc') {
      const chart = page.locator('#report svg:has(.tied)').last();
      expect(await chart.locator('.joined').evaluate((e) => getComputedStyle(e).fill)).toContain('url(');
      expect(await chart.locator('pattern path').count()).toBeGreaterThan(0);
    }
  });
});

/** The colours of the report's words, each with what it stands on, and of its rules, borders and drawn lines. */
const painted = () =>
  page.locator('#report').evaluate((report) => {
    const seen = (colour: string) => !/^rgba\(.*, 0\)$|^none$|^url\(/.test(colour);
    const groundOf = (of: Element | null): string => {
      for (let e = of; e !== null; e = e.parentElement) {
        const { backgroundColor } = getComputedStyle(e);
        if (seen(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const texts: { text: string; colour: string; ground: string }[] = [];
    const lines: string[] = [];
    for (const e of report.querySelectorAll('*')) {
      const style = getComputedStyle(e);
      const own = [...e.childNodes].some(
        (n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim() !== '',
      );
      const isSvg = e instanceof SVGElement;
      if (own && e.tagName !== 'title' && style.visibility === 'visible')
        texts.push({
          text: e.textContent ?? '',
          colour: e instanceof SVGTextElement ? style.fill : style.color,
          ground: groundOf(e),
        });
      if (isSvg && style.stroke !== 'none') lines.push(style.stroke);
      if (!isSvg)
        for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const)
          if (style[`border${side}Width`] !== '0px' && style[`border${side}Style`] !== 'none')
            lines.push(style[`border${side}Color`]);
    }
    return { texts, lines: [...new Set(lines)].filter(seen) };
  });
