// Icons of the interface on a 16-unit grid, pictograms of the questions, and the brand.

const paths = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0ZM10.5 10.5L14 14',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  layout:
    'M5.8 4a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0ZM13.8 4a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0ZM9.8 12a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0ZM5 5.6l2.2 4.7M11 5.6l-2.2 4.7M5.8 4h4.4',
  export: 'M8 2.5v7.5M5 7l3 3 3-3M2.5 11v2.5h11V11',
  share: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3L4.7 7.2',
  dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6Z',
  light:
    'M11 8a3 3 0 1 1-6 0a3 3 0 0 1 6 0ZM8 1.6v1.4M8 13v1.4M1.6 8H3M13 8h1.4M3.5 3.5l1 1M11.5 11.5l1 1M12.5 3.5l-1 1M4.5 11.5l-1 1',
  help: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0ZM6.3 6.2A1.8 1.8 0 1 1 8 8.6v.6M8 11.4v.1',
  check: 'M3 8.5l3.2 3.2L13 5',
  out: 'M9.5 3H13v3.5M13 3L7.5 8.5M11.5 9.5V13H3V4.5h3.5',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  up: 'M4.5 9.5L8 6l3.5 3.5',
  back: 'M9.5 4.5L6 8l3.5 3.5',
  on: 'M6.5 4.5L10 8l-3.5 3.5',
  clock: 'M13.7 8a5.7 5.7 0 1 1-11.4 0a5.7 5.7 0 0 1 11.4 0ZM8 4.8V8l2.2 1.6',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  filter: 'M2.5 3.5h11L9.5 8.4V13L6.5 11.5V8.4Z',
  minus: 'M3.5 8h9',
  plus: 'M3.5 8h9M8 3.5v9',
  views: 'M4.5 2.5h7v11L8 10.8 4.5 13.5Z',
  close: 'M4 4l8 8M12 4l-8 8',
  dash: 'M4 8h8',
  warn: 'M8 2.2L14.4 13.4H1.6ZM8 6.4v3.4M8 11.6v.1',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Three nodes and their hub. */
export function Brand() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" fill="none" aria-hidden="true">
      <path d="M13 13V4.5M13 13L5 20M13 13l8 7" stroke="currentColor" strokeWidth="2.2" />
      <circle cx="13" cy="4.6" r="3.1" fill="currentColor" />
      <circle cx="4.6" cy="20.4" r="3.1" fill="currentColor" />
      <circle cx="21.4" cy="20.4" r="3.1" fill="currentColor" />
    </svg>
  );
}

interface Pictogram {
  /** Lines with their width. */
  lines: [d: string, width: number][];
  /** Circles: x, y, r, and whether filled. */
  dots: [x: number, y: number, r: number, solid?: boolean][];
  solid?: string;
  /** Circle of others, dashed. */
  other?: [x: number, y: number, r: number];
}

const corners: Pictogram['dots'] = [
  [22, 5.5, 4],
  [8, 28, 4],
  [36, 28, 4],
];
const legs: [string, number] = ['M22 19V8M22 19L10 27M22 19l12 8', 2.4];
const pictograms: Record<string, Pictogram> = {
  bilateral: {
    lines: [['M8 17H36', 3]],
    dots: [
      [6, 17, 4.5],
      [38, 17, 4.5],
    ],
  },
  trilateral: { lines: [legs], dots: corners, solid: 'M22 13.6l5.4 9.2H16.6Z' },
  joint: {
    lines: [['M22 18V8M22 18L10 26M22 18l12 8M22 18h14', 2.2]],
    dots: [
      [22, 5.5, 4],
      [8, 27, 4],
      [36, 28, 4],
    ],
    other: [38, 16, 2.6],
    solid: 'M17.6 13.6h8.8v8.8h-8.8Z',
  },
  'pairs-only': { lines: [['M19.8 9L10.2 25M24.2 9l9.6 16M13 28.5h18', 2.4]], dots: corners },
  'pairs-and-joint': {
    lines: [
      ['M19.6 9L10 25M24.4 9l9.6 16M13 28.8h18', 2],
      ['M22 20V9M22 20l-11 6.6M22 20l11 6.6', 1.6],
    ],
    dots: corners,
    solid: 'M22 15l4.6 7.8h-9.2Z',
  },
  'hub-and-spoke': {
    lines: [['M10 25.5L21 11M23.5 11L34 25.5', 2.6]],
    dots: [
      [22, 7, 5, true],
      [8, 28, 4],
      [36, 28, 4],
    ],
  },
  'mixed-roles': {
    lines: [legs],
    dots: [
      [22, 5.5, 4.6, true],
      [8, 28, 4],
      [36, 28, 4],
    ],
    solid: 'M22 13.6l5.4 9.2H16.6Z',
  },
  sides: {
    lines: [
      ['M12 17H32', 2.4],
      ['M22 11v12', 2.4],
    ],
    dots: [
      [7, 10, 4],
      [7, 24, 4],
      [37, 17, 4.4, true],
    ],
  },
  paths: {
    lines: [['M6 24L17 12L28 23L38 9', 2.2]],
    dots: [
      [6, 24, 4, true],
      [17, 12, 3.4],
      [28, 23, 3.4],
      [38, 9, 4, true],
    ],
  },
  changes: {
    lines: [
      ['M18 17H27', 2.2],
      ['M24 13.4L27.6 17L24 20.6', 2.2],
      ['M8.5 12.5V17l3.2 2', 1.6],
    ],
    dots: [
      [8.5, 17, 6.4],
      [35.5, 17, 6.4, true],
    ],
  },
  bloc: {
    lines: [['M22 1.5C30 1.5 41.5 22 41.5 28C41.5 34 2.5 34 2.5 28C2.5 22 14 1.5 22 1.5Z', 1.6]],
    dots: corners,
  },
};

/** The order in which questions are listed, and their subtitles; any other question follows with its own words. */
export const questionHints: Readonly<Record<string, string>> = {
  bilateral: 'exactly two of them',
  trilateral: 'exactly these three',
  joint: 'all three, others too',
  'pairs-only': 'three pairs, no joint claim',
  'pairs-and-joint': 'all pairs, and together',
  'hub-and-spoke': 'one holds two together',
  'mixed-roles': 'not all in the same role',
  sides: 'with and against',
  paths: 'claims that link two',
  bloc: 'what joins them, what does not',
  changes: 'between two days',
};

/** What a question looks for, drawn; a question without a drawing has a plain circle. */
export function QuestionPictogram({ id }: { id: string }) {
  const p = pictograms[id] ?? { lines: [], dots: [[22, 17, 8]] };
  return (
    <svg className="pictogram" width="40" height="31" viewBox="0 0 44 34" aria-hidden="true">
      {p.lines.map(([d, width]) => (
        <path key={d} d={d} strokeWidth={width} />
      ))}
      {p.dots.map(([x, y, r, solid]) => (
        <circle key={`${x} ${y}`} className={solid === true ? 'solid' : 'open'} cx={x} cy={y} r={r} />
      ))}
      {p.other !== undefined && (
        <circle className="open" cx={p.other[0]} cy={p.other[1]} r={p.other[2]} strokeDasharray="2 2" />
      )}
      {p.solid !== undefined && <path className="solid" d={p.solid} />}
    </svg>
  );
}
