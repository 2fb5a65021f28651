// Briefs: what an analyst hands in, as Markdown and as HTML in one file.
import { briefOf } from './brief/brief.ts';
import { html } from './brief/html.ts';
import { markdown } from './brief/markdown.ts';
import type { Format } from './format.ts';

const loses = [
  'claims beyond the first two hundred, and what the table has no column for',
  'the picture, where the browser or --figure does not put it in',
];

export const brief: Format = {
  id: 'brief',
  label: 'Brief (Markdown)',
  extension: 'md',
  mediaType: 'text/markdown',
  lossless: false,
  loses,
  forms: ['claims'],
  compose: (answer, view, written) => markdown(briefOf(answer, view, written).blocks),
};

export const briefHtml: Format = {
  id: 'brief-html',
  label: 'Brief (HTML in one file)',
  extension: 'html',
  mediaType: 'text/html',
  lossless: false,
  loses,
  forms: ['claims'],
  compose(answer, view, written) {
    const { title, blocks } = briefOf(answer, view, written);
    return html(title, blocks);
  },
};
