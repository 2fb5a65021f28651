// The two ends of the chains, and how long a chain may be: the two in question, or any two that are picked here.
import { useState } from 'react';
import { EntityId } from '../../../model/id.ts';
import { LONGEST, USUAL_LENGTH } from '../../../model/question.ts';
import { step } from '../../history.ts';
import { nameIn, useNamed } from '../../lookup.ts';
import { setStates } from '../../steps.ts';
import { useStore } from '../../store.ts';
import { type Picked, Picker } from './Picker.tsx';
import { setLength } from './words.ts';

type Two = readonly [Picked | null, Picked | null];

export function Ends() {
  const states = useStore((s) => s.view.filters.states);
  const length = useStore((s) => s.view.options.length ?? USUAL_LENGTH);
  const held = useNamed();
  const [picked, setPicked] = useState<Two>([null, null]);
  const offered = states.map((id) => ({ id, name: nameIn(held, id) }));
  const [a = null, b = null] = offered;
  const ends: Two = states.length === 2 ? [a, b] : states.length === 1 ? [a, picked[1]] : picked;
  const pick = (next: Two) => {
    const [from, to] = next;
    setPicked(next);
    if (from !== null && to !== null) step(setStates([EntityId.parse(from.id), EntityId.parse(to.id)]));
  };
  return (
    <fieldset className="report-form">
      <legend className="sr">The two ends</legend>
      <Picker
        label="From"
        value={ends[0]}
        offered={offered}
        except={ends[1]?.id ?? null}
        onPick={(end) => pick([end, ends[1]])}
      />
      <Picker
        label="To"
        value={ends[1]}
        offered={offered}
        except={ends[0]?.id ?? null}
        onPick={(end) => pick([ends[0], end])}
      />
      <label className="picker">
        <span>At most</span>
        <select value={length} onChange={(event) => step(setLength(Number(event.currentTarget.value)))}>
          {Array.from({ length: LONGEST }, (_, i) => i + 1).map((n) => (
            <option key={n} value={n}>
              {n === 1 ? '1 claim' : `${n} claims`}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
