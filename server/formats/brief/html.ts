// A document as HTML in one file: no script, nothing from elsewhere, for the screen and for paper (A4 and Letter).

import { escapeHtml as escaped } from '../../../model/escape.ts';
import { FIGURE } from '../../../model/figure.ts';
import type { Block, Inline, Line, OutlineLine } from './blocks.ts';

/** Only addresses that a click may open; others stay text. */
const isWeb = (href: string) => /^https?:\/\//i.test(href) || href.startsWith('/');

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('strong' in piece) return `<strong>${escaped(piece.strong)}</strong>`;
  if ('code' in piece) return `<code>${escaped(piece.code)}</code>`;
  if ('to' in piece) return `<a href="#${escaped(piece.to)}">${escaped(piece.text)}</a>`;
  return isWeb(piece.href)
    ? `<a href="${escaped(piece.href)}">${escaped(piece.text)}</a>`
    : escaped(piece.text);
}

/** Dates are never broken at their hyphens: a column of them is narrow. */
const withDates = (html: string) =>
  html.replace(/(?<![\w-])\d{4}-\d\d(-\d\d)?(?![\w-])/g, '<span class="date">$&</span>');

const line = (pieces: Line) => pieces.map(inline).join('');

const under = (lines: readonly OutlineLine[]): string =>
  lines.length === 0
    ? ''
    : `<ul>${lines.map((l) => `<li>${escaped(l.text)}${under(l.under)}</li>`).join('')}</ul>`;

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `<h${b.level}${b.appendix === true ? ' class="appendix"' : ''}>${escaped(b.text)}</h${b.level}>`;
    case 'text':
      return `<p>${line(b.line)}</p>`;
    case 'label':
      return `<p class="label">${escaped(b.text)}</p>`;
    case 'list':
      return `<ul>${b.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
    case 'numbered':
      return `<ol class="sources">${b.items
        .map((s) => `<li id="source-${s.number}" value="${s.number}">${line(s.line)}</li>`)
        .join('')}</ol>`;
    case 'table':
      return `<table><thead><tr>${b.head.map((h) => `<th scope="col">${escaped(h)}</th>`).join('')}</tr></thead><tbody>${b.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${withDates(line(cell))}</td>`).join('')}</tr>`)
        .join('\n')}</tbody></table>`;
    case 'outline':
      return `<div class="report">${b.lines.map((l) => `${l.under.length === 0 ? `<p>${escaped(l.text)}</p>` : `<h4>${escaped(l.text)}</h4>`}${under(l.under)}`).join('\n')}</div>`;
    case 'code':
      return `<pre><code>${escaped(b.text)}</code></pre>`;
    case 'figure':
      return `<figure>${FIGURE}<figcaption>${escaped(b.caption)}</figcaption></figure>`;
  }
}

const style = `
  :root { color-scheme: light; }
  body { font: 15px/1.5 Inter, "Helvetica Neue", Arial, sans-serif; color: #14202b; background: #fff;
    max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
  h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
  a { color: #1d4f91; }
  .label { display: inline-block; margin: 0; padding: .1rem .5rem; border: 1px solid #14202b; font-weight: 600; font-size: .85rem; }
  table { border-collapse: collapse; width: 100%; font-size: .85rem; margin: .5rem 0 1rem; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid #c5ccd3; overflow-wrap: break-word; }
  th:first-child { min-width: 12rem; } th:nth-child(2) { min-width: 8rem; }
  td code { display: block; overflow-wrap: anywhere; } .date { white-space: nowrap; }
  h4 { font-size: .9rem; margin: .9rem 0 .2rem; }
  .report { font-size: .9rem; } .report > p { margin: .9rem 0 .2rem; }
  .report ul { margin: 0; padding-left: 1.2rem; } .report li { overflow-wrap: break-word; }
  .sources { padding-left: 2rem; } .sources li::marker { content: "[" counter(list-item) "] "; }
  thead { display: table-header-group; } tr, figure, li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
  pre { white-space: pre-wrap; font: 12px/1.4 ui-monospace, Menlo, Consolas, monospace; border: 1px solid #c5ccd3; padding: .6rem; }
  code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; }
  figure { margin: 1rem 0; } figure:not(:has(> svg)) { display: none; } figure > svg { width: 100%; height: auto; } figcaption { font-size: .85rem; }
  @page { margin: 16mm; }
  @media print {
    body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } a { color: inherit; }
    p:has(+ ul) { break-after: avoid; } p, li { orphans: 2; widows: 2; } li:has(ul) { break-inside: auto; }
    .appendix { break-before: page; } pre { font-size: 7.5pt; border: 0; padding: 0; }
  }
`;

/** @returns a whole page */
export function html(title: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<style>${style}</style></head>
<body><main>
${blocks.map(block).join('\n')}
</main></body></html>
`;
}
