// The states in question: those that questions are asked about, as chips.
import { step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { nameIn, useNamed } from '../lookup.ts';
import { removeState } from '../steps.ts';
import { scratch, useStore } from '../store.ts';
import { Search } from './Search.tsx';

export function StatesInQuestion() {
  const states = useStore((s) => s.view.filters.states);
  const adding = useStore((s) => s.scratch.adding);
  const held = useNamed();
  return (
    <section className="section" aria-labelledby="states-heading">
      <h2 className="heading" id="states-heading">
        States in question
      </h2>
      <div className="chips">
        {states.length === 0 && <span className="muted">All states</span>}
        {states.map((id) => (
          <span key={id} className="chip">
            {nameIn(held, id)}
            <button
              type="button"
              aria-label={`Remove ${nameIn(held, id)}`}
              onClick={() => step(removeState(id))}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        <button
          type="button"
          className="chip add"
          aria-expanded={adding}
          onClick={() => {
            scratch({ adding: !adding, search: '', found: null });
            if (!adding) requestAnimationFrame(() => document.getElementById('add-state')?.focus());
          }}
        >
          <Icon name="plus" size={12} /> Add
        </button>
      </div>
      {adding && <Search id="add-state" states onDone={() => scratch({ adding: false, search: '' })} />}
    </section>
  );
}
