// The keyboard map: the list of actions with their keys, and the switch that turns single keys off.
import { actions, setKeys } from '../actions.ts';
import { useStore } from '../store.ts';

/** `Ctrl+Shift+Z` of `Ctrl+Shift+z`, `Esc` of `Escape`. */
function shown(key: string): string {
  if (key.length === 1) return key.toUpperCase();
  return key.replace('Escape', 'Esc').replace(/\b[a-z]$/, (letter) => letter.toUpperCase());
}

export function Keys() {
  const on = useStore((s) => s.keys);
  const questions = actions.filter((a) => a.id.startsWith('question-'));
  const rows = actions.filter((a) => a.keys.length > 0 && !questions.includes(a));
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          aria-checked={on}
          checked={on}
          onChange={(event) => setKeys(event.currentTarget.checked)}
        />
        Single keys
      </label>
      <p className="muted">Off inside text fields always; switch them off where you type by voice.</p>
      <table className="keys">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Does</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <kbd>1</kbd> to <kbd>{questions.length}</kbd>
            </td>
            <td>The questions</td>
          </tr>
          {rows.map((a) => (
            <tr key={a.id}>
              <td>
                {a.keys.slice(0, a.canvas === true ? 2 : 1).map((k) => (
                  <kbd key={k}>{shown(k)}</kbd>
                ))}
              </td>
              <td>{a.label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
