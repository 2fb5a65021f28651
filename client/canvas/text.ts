// How wide a text will be on the canvas, without a canvas: places are computed the same way everywhere.

/** Advance widths of Inter 600 in hundredths of its size, for the characters from 32 to 126. */
const ASCII = `
  25 32 52 64 65 100 66 33 37 37 54 67 32 47 32 38 66 42 62 64 67 61 64 58 64 64 32 33 67 67 67 54
  100 73 66 74 72 61 59 75 75 28 58 70 57 92 76 77 65 77 65 65 66 74 73 102 72 71 65 37 38 37 48 47
  35 57 62 58 62 59 39 63 61 26 26 57 26 90 61 61 62 62 40 55 35 61 59 84 57 59 57 45 36 45 67
`
  .trim()
  .split(/\s+/)
  .map(Number);

/** The marks of the canvas. */
const MARKS = new Map(
  Object.entries({
    '·': 32,
    '±': 67,
    '−': 67,
    '○': 87,
    '≠': 84,
    '≈': 84,
    '×': 67,
    '∅': 86,
    '…': 96,
    '’': 29,
  }),
);

/** What is in neither table: letters with accents are as wide as a wide letter, ideographs fill their square. */
function widthOf(c: string): number {
  return ASCII[(c.codePointAt(0) ?? 0) - 32] ?? MARKS.get(c) ?? (/[\u1100-\uffdc]/.test(c) ? 100 : 66);
}

/** The width of one line of text of a size, in the same unit. */
export function lineWidth(text: string, size: number): number {
  let sum = 0;
  for (const c of text) sum += widthOf(c);
  return (sum * size) / 100;
}

/** The width and height of a text with line breaks. */
export function textBox(text: string, size: number, lineHeight = 1.2): { width: number; height: number } {
  const lines = text.split('\n');
  return {
    width: Math.max(...lines.map((l) => lineWidth(l, size))),
    height: lines.length * size * lineHeight,
  };
}

/** Breaks a text at its blanks so that no line is wider than it may be, as the canvas does. */
export function wrap(text: string, size: number, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const out: string[] = [];
      let now = '';
      for (const word of line.split(' ')) {
        const longer = now === '' ? word : `${now} ${word}`;
        if (now !== '' && lineWidth(longer, size) > width) {
          out.push(now);
          now = word;
        } else now = longer;
      }
      return [...out, now];
    })
    .join('\n');
}

/** The first words of a text that fit a number of letters, with an ellipsis where some are left out. */
export function shorten(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const cut = text.slice(0, letters - 1);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > letters / 2 ? blank : cut.length).trimEnd()} …`;
}
