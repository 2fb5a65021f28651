// Hands things to the reader: the link of the view, a text, a file.
import { addressOf } from './address.ts';
import { get, scratch } from './store.ts';

const TOAST_FOR = 4000;

/** Tells something in passing: seen for a moment, and read out. */
export function tell(text: string): void {
  scratch({ toast: text });
  setTimeout(() => {
    if (get().scratch.toast === text) scratch({ toast: null });
  }, TOAST_FOR);
}

/** Puts a text on the clipboard and says so; where the browser forbids it, shows the text to copy by hand. */
export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(said);
  } catch {
    tell(`Not copied: the browser forbids it. ${text}`);
  }
}

/** Copies the address that opens this picture, table and selection elsewhere. */
export const share = (): Promise<void> => copy(location.origin + addressOf(get().view), 'Link copied');

/** Saves bytes under a name. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
