// The picture of a brief: put in by who has one, the page or the command line.

/** Where the picture belongs in a brief that has none. */
export const FIGURE = '<!-- figure -->';

export const isBrief = (format: string): format is 'brief' | 'brief-html' =>
  format === 'brief' || format === 'brief-html';

/**
 * A brief with its picture: as an element of a page, or as the address of an image in Markdown.
 * @param svg one `svg` element, as text
 * @returns the same brief where it has no place for a picture
 */
export function withFigure(format: 'brief' | 'brief-html', brief: string, svg: string): string {
  const element = svg.replace(/^<\?xml[^>]*\?>\s*/, '').trim();
  const figure = format === 'brief-html' ? element : `![Picture](${imageOf(element)})`;
  return brief.replace(FIGURE, () => figure);
}

/** As the address of an image; brackets would end it in Markdown. */
const imageOf = (svg: string) =>
  `data:image/svg+xml,${encodeURIComponent(svg).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27')}`;
