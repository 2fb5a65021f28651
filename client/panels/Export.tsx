// The button that opens the dialog of an export.
import { openExport } from '../exports.ts';
import { Icon } from '../icons.tsx';
import { useTheme } from '../theme.tsx';

export function Export({ small }: { small: boolean }) {
  const theme = useTheme();
  return (
    <button
      type="button"
      className="tool"
      aria-label="Export"
      aria-haspopup="dialog"
      onClick={() => openExport(theme.includes('dark') ? 'dark' : 'light')}
    >
      <Icon name="export" />
      {!small && <span className="tool-text">Export</span>}
    </button>
  );
}
