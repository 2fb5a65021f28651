// server/plain-svg.ts and model/figure.ts: what of a picture may be put into a brief, and how.
import { describe, expect, test } from 'vitest';
import { FIGURE, withFigure } from '../../../model/figure.ts';
import { plainSvg } from '../../../server/plain-svg.ts';

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>\n`;

describe('a picture', () => {
  test('of shapes and words is taken as it is', () => {
    const text = svg(
      '<defs><clipPath id="a"><path d="M0 0"/></clipPath></defs><g clip-path="url(#a)"><text x="1">China &#38; Russia</text></g>',
    );
    expect(plainSvg(text, 'p.svg')).toBe(text);
  });

  test.each([
    ['a script', svg('<script>alert(1)</script>'), '<script>'],
    ['a handler', svg('<g onclick="x()"/>'), 'onclick'],
    ['a handler on the root', svg('', ' onload="x()"'), 'onload'],
    ['a link', svg('<a href="https://example.org"><text>x</text></a>'), '<a>'],
    ['an image', svg('<image href="https://example.org/x.png"/>'), '<image>'],
    ['a page within', svg('<foreignObject><p/></foreignObject>'), '<foreignObject>'],
    ['a style sheet', svg('<style>@import "x"</style>'), '<style>'],
    ['a filling from elsewhere', svg('<rect fill="url(https://example.org/x#a)"/>'), 'fill'],
    ['the same in quotes', svg(`<rect style="fill:url('//example.org')"/>`), 'style'],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`, 'document type'],
    ['another document', '<html/>', '<html>'],
    ['no XML', svg('<g>'), 'not XML'],
    ['nothing', '', 'not XML'],
  ])('with %s is refused', (_, text, why) => {
    expect(() => plainSvg(text, 'p.svg')).toThrow(why);
    expect(() => plainSvg(text, 'p.svg')).toThrow('p.svg');
  });

  test('tells the line', () => {
    expect(() => plainSvg(svg('\n\n<script/>'), 'p.svg')).toThrow('p.svg, line 3');
  });
});

describe('a brief', () => {
  const picture = svg("<text>$& (a) 'b'</text>");

  test('as HTML takes it as an element', () => {
    expect(withFigure('brief-html', `<figure>${FIGURE}</figure>`, picture)).toBe(
      `<figure>${picture.trim()}</figure>`,
    );
  });

  test('as Markdown takes it as an image that nothing ends too early', () => {
    const [, address = ''] = /^!\[Picture\]\((.*)\)$/.exec(withFigure('brief', FIGURE, picture)) ?? [];
    expect(address).toMatch(/^data:image\/svg\+xml,[^()' ]+$/);
    expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(picture.trim());
  });

  test('without a place for it stays as it is', () => {
    expect(withFigure('brief', 'No claims.', picture)).toBe('No claims.');
  });
});
