// Colours that the system forces on every page (Windows calls them contrast themes). The browser sees to the page itself;
// the canvas, the glyphs and the exported picture are drawn in colours of their own, and take the system's here. Sign is
// then told by marks, ends and words: a system has not enough colours for it.
import { type Forced, type Tokens, tokens } from './tokens.ts';

type SystemColour =
  | 'Canvas'
  | 'CanvasText'
  | 'LinkText'
  | 'GrayText'
  | 'ButtonBorder'
  | 'Highlight'
  | 'HighlightText';

/** What lies on the page. A link's colour is the one more that a system has for text on that ground. */
const onPage: Record<keyof Tokens, SystemColour> = {
  canvas: 'Canvas',
  surface: 'Canvas',
  nodeFill: 'Canvas',
  hover: 'Canvas',
  line: 'GrayText',
  control: 'ButtonBorder',
  ink: 'CanvasText',
  ink2: 'CanvasText',
  plus: 'LinkText',
  minus: 'CanvasText',
  neutral: 'CanvasText',
  absent: 'GrayText',
  plusTint: 'Canvas',
  minusTint: 'Canvas',
  neutralTint: 'Canvas',
  onFill: 'Canvas',
  select: 'Highlight',
  selected: 'Highlight',
  onSelected: 'HighlightText',
  focus: 'Highlight',
  success: 'CanvasText',
  warning: 'CanvasText',
};

const grounds: readonly SystemColour[] = ['Canvas', 'Highlight'];

/** Takes the colours that the system forces now. */
export function takeSystemColours(theme: Forced): void {
  const probe = document.createElement('i');
  document.body.append(probe);
  const read = (colour: SystemColour) => {
    // In place of the colours that the browser would force on it.
    probe.style.cssText = `forced-color-adjust:none;color:${colour}`;
    return hex(getComputedStyle(probe).color);
  };
  const made = (colourOf: (colour: SystemColour) => SystemColour) =>
    Object.fromEntries(
      Object.entries(onPage).map(([name, colour]) => [name, read(colourOf(colour))]),
    ) as unknown as Tokens;
  tokens[theme] = made((colour) => colour);
  tokens['forced-selected'] = made((colour) => (grounds.includes(colour) ? 'Highlight' : 'HighlightText'));
  probe.remove();
}

/** `rgb(0, 0, 159)` as `#00009F`, which Cytoscape and SVG take alike. */
function hex(rgb: string): string {
  const channels = rgb.match(/\d+/g)?.slice(0, 3) ?? [];
  return `#${channels.map((c) => Number(c).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
