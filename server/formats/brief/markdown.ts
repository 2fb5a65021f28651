// A document as Markdown (CommonMark with tables as GitHub reads them).

import { plainMarkdown as plain } from '../../../model/escape.ts';
import { FIGURE } from '../../../model/figure.ts';
import type { Block, Inline, Line, OutlineLine } from './blocks.ts';

/** What stands at the beginning of a line must not begin a list or a heading by itself. */
const atStart = (line: string) => line.replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');

function inline(piece: Inline): string {
  if (typeof piece === 'string') return plain(piece);
  if ('strong' in piece) return `**${plain(piece.strong)}**`;
  if ('code' in piece) return code(piece.code);
  const target = 'href' in piece ? piece.href : `#${piece.to}`;
  return `[${plain(piece.text)}](<${target.replace(/[<>\n\\]/g, (c) => encodeURIComponent(c))}>)`;
}

/** Code in a line: between more backticks than it has in a row. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...(flat.match(/`+/g) ?? []).map((t) => t.length)) + 1);
  return `${fence}${flat.startsWith('`') || flat.endsWith('`') ? ` ${flat} ` : flat}${fence}`;
}

const line = (pieces: Line) => pieces.map(inline).join('');

const under = (lines: readonly OutlineLine[], indent: string): string =>
  lines
    .flatMap((l) => [
      `${indent}- ${atStart(plain(l.text))}`,
      ...(l.under.length === 0 ? [] : [under(l.under, `${indent}  `)]),
    ])
    .join('\n');

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `${'#'.repeat(b.level)} ${plain(b.text)}`;
    case 'text':
      return atStart(line(b.line));
    case 'label':
      return `> **${plain(b.text)}**`;
    case 'list':
      return b.items.map((item) => `- ${line(item)}`).join('\n');
    case 'numbered':
      return b.items
        .map(({ number, line: item }) => `<a id="source-${number}"></a>\\[${number}\\] ${line(item)}`)
        .join('\n\n');
    case 'table':
      return [b.head.map(plain), b.head.map(() => '---'), ...b.rows.map((row) => row.map(line))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    case 'outline':
      return b.lines
        .map((l) =>
          [
            l.under.length === 0 ? atStart(plain(l.text)) : `**${plain(l.text)}**`,
            ...(l.under.length === 0 ? [] : [under(l.under, '')]),
          ].join('\n\n'),
        )
        .join('\n\n');
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...(b.text.match(/`+/g) ?? []).map((t) => t.length + 1)));
      return `${fence}${b.language}\n${b.text}\n${fence}`;
    }
    case 'figure':
      return `${FIGURE}\n\n*${plain(b.caption)}*`;
  }
}

/** @returns the document, with a line break at its end */
export const markdown = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n\n')}\n`;
