// The colours of the client: light, dark, and those of a system that forces its own. Blue and orange mean sign and nothing
// else; controls are ink.

/** Colours of its own, which the reader chooses. */
type Scheme = 'light' | 'dark';
/**
 * Colours that the system forces on every page, for readers who need contrast; two names, so that a change from one to
 * the other is seen to be one. `forced-selected` is for what lies on the system's colour of selection.
 */
export type Forced = 'forced-light' | 'forced-dark' | 'forced-selected';
export type Theme = Scheme | Forced;

export const isForced = (theme: Theme): theme is Forced => theme.startsWith('forced');

/**
 * What each colour is for: `canvas`, `surface` (panels, chips), `nodeFill`, `hover` are grounds; `line` is decoration
 * only and `control` the edge of a control; `ink` is text, selection and focus, `ink2` secondary text; `plus`, `minus`
 * and `neutral` are signs; `absent` is for what nobody says is so. Contrast is measured in UX.md section 4 and by a test.
 */
export interface Tokens {
  canvas: string;
  surface: string;
  nodeFill: string;
  hover: string;
  line: string;
  control: string;
  ink: string;
  ink2: string;
  plus: string;
  minus: string;
  neutral: string;
  absent: string;
  plusTint: string;
  minusTint: string;
  neutralTint: string;
  /** An icon on a filled shape. */
  onFill: string;
  select: string;
  /** The ground of words that are selected, and the words. */
  selected: string;
  onSelected: string;
  focus: string;
  success: string;
  warning: string;
}

const own: Record<Scheme, Tokens> = {
  light: {
    canvas: '#F6F7F9',
    surface: '#FFFFFF',
    nodeFill: '#FFFFFF',
    hover: '#EEF1F5',
    line: '#DCE1E8',
    control: '#7A8594',
    ink: '#17202B',
    ink2: '#505C6B',
    plus: '#1B62B5',
    minus: '#C2410C',
    neutral: '#566373',
    absent: '#727E8E',
    plusTint: '#DCE8F6',
    minusTint: '#FBE6DA',
    neutralTint: '#E6E9EE',
    onFill: '#FFFFFF',
    select: '#17202B',
    selected: '#17202B',
    onSelected: '#F6F7F9',
    focus: '#17202B',
    success: '#1E6B45',
    warning: '#8A5300',
  },
  dark: {
    canvas: '#0F141B',
    surface: '#171E28',
    nodeFill: '#1D2632',
    hover: '#222C39',
    line: '#2C3746',
    control: '#76859A',
    ink: '#EBF0F6',
    ink2: '#A9B5C4',
    plus: '#6CB0FF',
    minus: '#FF8B52',
    neutral: '#A3B0BF',
    absent: '#8391A5',
    plusTint: '#16304F',
    minusTint: '#44230F',
    neutralTint: '#2A3441',
    onFill: '#0B1017',
    select: '#FFFFFF',
    selected: '#EBF0F6',
    onSelected: '#0F141B',
    focus: '#FFFFFF',
    success: '#6FD3A0',
    warning: '#F2B757',
  },
};

/** By theme; what is forced is taken from the system when it is (forced.ts), and until then is as if it were light. */
export const tokens: Record<Theme, Tokens> = {
  ...own,
  'forced-light': own.light,
  'forced-dark': own.light,
  'forced-selected': own.light,
};

/** The share of a field's colour that fills it, UX.md section 4. */
export const FIELD_ALPHA = 0.12;

/** The tokens as custom properties of CSS, `--ink-2:#505C6B;…`. */
export function cssVariables(theme: Theme): string {
  return Object.entries(tokens[theme])
    .map(([name, value]) => `--${name.replace(/[A-Z]|\d/g, (c) => `-${c.toLowerCase()}`)}:${value};`)
    .join('');
}
