// What is not drawn yet around an entity: counts by kind and band first, then what was chosen is added.
import { EXPANSION_LIMIT } from '../../model/brought.ts';
import { type Band, bands } from '../../model/confidence.ts';
import { many } from '../../model/phrase.ts';
import { add, chosenCount, lines } from '../expansion.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { get, scratch, useStore } from '../store.ts';
import { sentence } from '../words.ts';

const isBand = (text: string): text is Band => bands.some((b) => b === text);

export function Expand() {
  const expanding = useStore((s) => s.scratch.expanding);
  const picture = useStore((s) => s.picture);
  const kinds = useStore((s) => s.vocabulary.kinds);
  const held = useNamed();
  if (expanding === null || picture === null) return null;
  const name = nameIn(held, expanding.entity);
  if (expanding.found === null) return <p className="muted">Counting what is known of {name} …</p>;
  const found = lines(get());
  const { count, tooMany } = chosenCount(get());
  if (found.length === 0) return <p>Everything known of {name} is in the picture already.</p>;
  const used = bands.filter((b) => found.some((line) => line.band === b));
  const rows = [...new Set(found.map((line) => line.kind))];
  const toggle = (key: string) => {
    const chosen = expanding.chosen.includes(key)
      ? expanding.chosen.filter((k) => k !== key)
      : [...expanding.chosen, key];
    scratch({ expanding: { ...expanding, chosen } });
  };
  return (
    <>
      <p>Claims of {name}, by kind and by confidence for them:</p>
      <table className="expand">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            {used.map((b) => (
              <th key={b} scope="col">
                {sentence(b)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((kind) => (
            <tr key={kind}>
              <th scope="row">{kinds.get(kind)?.label ?? kind}</th>
              {used.map((band) => {
                const line = found.find((l) => l.kind === kind && l.band === band);
                return (
                  <td key={band}>
                    {line !== undefined && isBand(line.band) && (
                      <label className="check">
                        <input
                          type="checkbox"
                          checked={expanding.chosen.includes(line.key)}
                          onChange={() => toggle(line.key)}
                        />
                        {line.count}
                        <span className="sr">
                          {' '}
                          {kinds.get(kind)?.label ?? kind}, {band}
                        </span>
                      </label>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {tooMany && (
        <p className="muted">
          At most {EXPANSION_LIMIT} of a kind and band are added at once; the rest stays out.
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button primary" disabled={count === 0} onClick={() => add(get())}>
          {count === 0 ? 'Add' : `Add ${many(count, 'claim')}`}
        </button>
      </div>
    </>
  );
}
