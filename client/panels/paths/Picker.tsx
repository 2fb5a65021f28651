// Picks one entity of any kind by any of its names.
import { Combobox, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Hit } from '../../../model/api.ts';
import { findSoon } from '../../finding.ts';

export interface Picked {
  id: string;
  name: string;
}

interface Props {
  label: string;
  /** What is picked now. */
  value: Picked | null;
  /** What is offered before anything is typed. */
  offered: readonly Picked[];
  /** It cannot be picked here. */
  except: string | null;
  onPick(picked: Picked): void;
}

/** The entities that a text finds; null while it is not looked up. */
function useHits(text: string | null): Hit[] | null {
  const [hits, setHits] = useState<Hit[] | null>(null);
  useEffect(() => {
    setHits(null);
    const wanted = text?.trim() ?? '';
    if (wanted === '') return;
    return findSoon(wanted, ({ hits }) => setHits(hits.filter((h) => h.kind === 'entity')));
  }, [text]);
  return hits;
}

export function Picker({ label, value, offered, except, onPick }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const hits = useHits(typed);
  const isEmpty = (typed ?? '').trim() === '';
  const options = (
    isEmpty
      ? offered.map((o) => ({ ...o, about: '' }))
      : (hits ?? []).map((h) => ({ ...h, about: `${h.label}${h.detail === '' ? '' : ` · ${h.detail}`}` }))
  ).filter((o) => o.id !== except);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Enter takes the first of what was found
  useEffect(() => {
    if (hits !== null) combobox.selectFirstOption();
  }, [hits]);
  const close = () => {
    setTyped(null);
    combobox.closeDropdown();
  };
  const pick = (id: string) => {
    const option = options.find((o) => o.id === id);
    close();
    if (option !== undefined && id !== value?.id) onPick({ id, name: option.name });
  };
  return (
    <label className="picker">
      <span>{label}</span>
      <Combobox
        store={combobox}
        onOptionSubmit={pick}
        offset={4}
        withinPortal={false}
        floatingStrategy="fixed"
      >
        <Combobox.Target withExpandedAttribute>
          <input
            type="text"
            // biome-ignore lint/a11y/useAriaPropsForRole: Combobox.Target adds aria-expanded and aria-controls
            role="combobox"
            aria-label={label}
            placeholder="A state, person or other"
            autoComplete="off"
            spellCheck={false}
            value={typed ?? value?.name ?? ''}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => combobox.openDropdown()}
            onBlur={close}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || (typed === null && !combobox.dropdownOpened)) return;
              event.stopPropagation();
              close();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={options.length === 0 && (isEmpty || hits === null)}>
          <Combobox.Options aria-label={`Found: ${label}`}>
            {options.map((o) => (
              <Combobox.Option key={o.id} value={o.id} className="hit">
                <span>{o.name}</span>
                {o.about !== '' && <small>{o.about}</small>}
              </Combobox.Option>
            ))}
          </Combobox.Options>
          {options.length === 0 && <Combobox.Empty>Nothing named “{typed}”.</Combobox.Empty>}
        </Combobox.Dropdown>
      </Combobox>
    </label>
  );
}
