// The import of files, as far as the first screen has to know it: it is opened, closed, and files are dropped on the page.
// The work itself is sent when the first file is brought (import-work.ts).
import { get, type Importing, scratch } from './store.ts';

const work = () => import('./import-work.ts');

/** Opens the dialog. */
export const openImport = (): void => scratch({ importing: { at: 'choose' }, left: false });

/** What closing the dialog leaves of it: a load that is on its way cannot be closed away. */
export const closedImport = (now: Importing): Importing | null => (now.at === 'loading' ? now : null);

/** Closes the dialog, where it may be closed. */
export function closeImport(): void {
  const now = get().scratch.importing;
  if (now !== null) scratch({ importing: closedImport(now) });
}

/** Takes files: tells what they would change, or what they lack. */
export async function bring(files: readonly File[]): Promise<void> {
  if (files.length > 0 && get().scratch.importing?.at !== 'loading') await (await work()).bring(files);
}

/** Loads the data set that comes with Entente. */
export const loadSample = async (): Promise<void> => (await work()).loadSample();

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Takes files that are dropped anywhere on the page: beside the canvas the browser would leave the page for them. */
export function takeDrops(): void {
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (!get().scratch.dropping) scratch({ dropping: true });
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null && get().scratch.dropping) scratch({ dropping: false });
  });
  addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    scratch({ dropping: false });
    void bring([...(event.dataTransfer?.files ?? [])]);
  });
}
