// Lines of a file that was brought, to be shown beside what is wrong in them.

export interface Line {
  /** Counted from 1. */
  n: number;
  text: string;
}

/** Of a longer line the rest is cut off. */
const WIDTH = 400;

/**
 * A line of a text file with the one before it and the one after it, as far as they are there. Reads no further.
 * @param n counted from 1
 */
export async function linesAround(file: Blob, n: number): Promise<Line[]> {
  const found: Line[] = [];
  let number = 1;
  let text = '';
  const take = () => {
    if (number >= n - 1) found.push({ n: number, text: text.replace(/\r$/, '') });
    number += 1;
    text = '';
  };
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const [first = '', ...rest] = next.value.split('\n');
    text = (text + first).slice(0, WIDTH);
    for (const begun of rest) {
      take();
      text = begun.slice(0, WIDTH);
      if (number > n + 1) {
        await reader.cancel();
        return found;
      }
    }
  }
  if (text !== '') take();
  return found;
}
