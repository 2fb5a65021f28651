// The colours: contrast after WCAG 2.2, and how far apart they are for every kind of colour vision (UX.md section 4).
import { describe, expect, test } from 'vitest';
import { cssVariables, FIELD_ALPHA, type Theme, type Tokens, tokens } from '../../../client/canvas/tokens.ts';

type Rgb = [number, number, number];

const channels = (hex: string): Rgb =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255) as Rgb;
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const coded = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);
const luminance = (rgb: Rgb) => {
  const [r, g, b] = rgb.map(linear) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour at a share over a ground. */
const over = (top: Rgb, ground: Rgb, share: number): Rgb =>
  top.map((c, i) => c * share + (ground[i] ?? 0) * (1 - share)) as Rgb;

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const vision = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(rgb: Rgb, by: keyof typeof vision): Rgb {
  const [r, g, b] = rgb.map(linear) as Rgb;
  const m = vision[by];
  return [0, 3, 6].map((i) => {
    const c = (m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b;
    return coded(Math.min(1, Math.max(0, c)));
  }) as Rgb;
}

function lab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map(linear) as Rgb;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000, after Sharma, Wu and Dalal 2005. */
function difference(one: Rgb, two: Rgb): number {
  const [l1, a1, b1] = lab(one);
  const [l2, a2, b2] = lab(two);
  const cMean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const degrees = (y: number, x: number) => ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  const [h1, h2] = [degrees(b1, p1), degrees(b2, p2)];
  const sin = (d: number) => Math.sin((d * Math.PI) / 180);
  const cos = (d: number) => Math.cos((d * Math.PI) / 180);
  const apart = h2 - h1;
  const dh = Math.abs(apart) <= 180 ? apart : apart > 180 ? apart - 360 : apart + 360;
  const dH = 2 * Math.sqrt(c1 * c2) * sin(dh / 2);
  const lMean = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const sum = h1 + h2;
  const h = Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const turn = 30 * Math.exp(-(((h - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sin(2 * turn);
  const [x, y, z] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(x * x + y * y + z * z + rt * y * z);
}

const themes: Theme[] = ['light', 'dark'];
const kinds = Object.keys(vision) as (keyof typeof vision)[];
const pairs: [keyof Tokens, keyof Tokens][] = [
  ['plus', 'minus'],
  ['minus', 'neutral'],
  ['plus', 'neutral'],
  ['plus', 'absent'],
];

describe.each(themes)('the %s theme', (theme) => {
  const t = tokens[theme];
  const of = (name: keyof Tokens) => channels(t[name]);
  const field = over(of('plus'), of('canvas'), FIELD_ALPHA);

  test('graphics stand out from canvas, field and panel by 3.0', () => {
    for (const name of ['plus', 'minus', 'neutral', 'absent', 'ink', 'ink2'] as const)
      for (const ground of [of('canvas'), field, of('surface')])
        expect(contrast(of(name), ground), name).toBeGreaterThanOrEqual(3);
    expect(contrast(of('control'), of('canvas'))).toBeGreaterThanOrEqual(3);
  });

  test('text stands out by 4.5', () => {
    for (const name of ['ink', 'ink2'] as const)
      for (const ground of [of('canvas'), field, of('surface'), of('hover')])
        expect(contrast(of(name), ground), name).toBeGreaterThanOrEqual(4.5);
    for (const sign of ['plus', 'minus', 'neutral'] as const)
      expect(contrast(of('onFill'), of(sign)), sign).toBeGreaterThanOrEqual(4.5);
    for (const tint of ['plusTint', 'minusTint', 'neutralTint'] as const)
      expect(contrast(of('ink'), of(tint)), tint).toBeGreaterThanOrEqual(10);
    for (const name of ['success', 'warning'] as const)
      expect(contrast(of(name), of('surface')), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('canvas'), of('ink'))).toBeGreaterThanOrEqual(10);
  });

  test.each(kinds)('signs stay apart by 10 in %s vision, and stand out from the canvas', (by) => {
    for (const [a, b] of pairs)
      expect(difference(seen(of(a), by), seen(of(b), by)), `${a}, ${b}`).toBeGreaterThanOrEqual(10);
    for (const name of ['plus', 'minus', 'neutral', 'absent'] as const)
      expect(contrast(seen(of(name), by), seen(of('canvas'), by)), name).toBeGreaterThanOrEqual(3);
  });
});

test('numbers of the page on looks', () => {
  const light = tokens.light;
  const dark = tokens.dark;
  const near = (a: number, b: number) => expect(Math.abs(a - b), `${a}, ${b}`).toBeLessThan(0.2);
  near(contrast(channels(light.minus), channels(light.canvas)), 4.83);
  near(contrast(channels(light.plus), channels(light.canvas)), 5.66);
  near(contrast(channels(dark.absent), channels(dark.canvas)), 5.77);
  const apart = (t: Tokens, by: keyof typeof vision) =>
    difference(seen(channels(t.plus), by), seen(channels(t.minus), by));
  near(apart(light, 'normal'), 47);
  near(apart(light, 'deuteranopia'), 57);
  near(apart(dark, 'protanopia'), 48.8);
  near(apart(dark, 'tritanopia'), 72.4);
});

test('custom properties carry every token', () => {
  expect(cssVariables('light')).toContain('--canvas:#F6F7F9;');
  expect(cssVariables('dark')).toContain('--ink-2:#A9B5C4;');
  expect(cssVariables('dark')).toContain('--node-fill:#1D2632;');
});
