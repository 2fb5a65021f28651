// What stands where files can be imported, when they cannot.
import { useStore } from '../store.ts';

/** Why nothing can be imported by the page, and how else it goes. @param sample whether the sample is told as well */
export function ImportsOff({ sample = false }: { sample?: boolean }) {
  const why = useStore((s) => s.info?.imports.why ?? null);
  return (
    <div className="imports-off">
      <p>
        <b>Imports are off here.</b> {why}
      </p>
      <p>On the command line it goes all the same:</p>
      <pre>
        {sample && 'entente load data/beijing-2025.yaml\n'}
        {'entente load FILE --dry-run\nentente load FILE'}
      </pre>
    </div>
  );
}
