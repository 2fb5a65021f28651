// Finds states, persons, claims and sources by any of their names, typing errors included.
import { Combobox, useCombobox } from '@mantine/core';
import { useEffect } from 'react';
import type { Hit } from '../../model/api.ts';
import { EntityId } from '../../model/id.ts';
import { findSoon } from '../finding.ts';
import { replace, step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { stage } from '../stage.ts';
import { addState, select } from '../steps.ts';
import { get, scratch, useStore } from '../store.ts';

const headings = { entity: 'Entities', claim: 'Claims', source: 'Sources' } as const;

interface Props {
  id: string;
  /** Only states, which are added to those in question; else what is found is opened. */
  states?: boolean;
  onDone?: () => void;
}

/** Looks up what is typed, after a pause; an answer to what is no longer typed is dropped. */
function useFinding(text: string) {
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') {
      scratch({ found: null });
      return;
    }
    return findSoon(wanted, (found) => scratch({ found: { ...found, text: wanted } }));
  }, [text]);
}

export function Search({ id, states = false, onDone }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const text = useStore((s) => (s.scratch.adding === states ? s.scratch.search : ''));
  // What was found by an earlier text is not what is looked for now: Enter would take it.
  const found = useStore(({ scratch: { found } }) => (found?.text === text.trim() ? found : null));
  const kinds = useStore((s) => s.vocabulary.kinds);
  useFinding(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Enter takes the first of what was found
  useEffect(() => {
    if (found !== null) combobox.selectFirstOption();
  }, [found]);
  const hits = (found?.hits ?? []).filter((h) => !states || h.id.startsWith('state:'));
  const type = (next: string) => {
    scratch({ search: next, adding: states });
    combobox.openDropdown();
  };
  const choose = (value: string) => {
    if (value.startsWith('suggestion:')) {
      type(value.slice('suggestion:'.length));
      return;
    }
    if (states) step(addState(EntityId.parse(value)));
    else {
      replace(select(value));
      stage()?.zoomTo([value]);
    }
    scratch({ search: '', found: null, adding: false, left: get().scratch.left && states });
    combobox.closeDropdown();
    onDone?.();
  };
  const label = (h: Hit) => (h.kind === 'claim' ? (kinds.get(h.label)?.label ?? h.label) : h.label);
  const suggestion = found?.suggestion ?? null;
  return (
    <search className="search">
      <Combobox
        store={combobox}
        onOptionSubmit={choose}
        offset={6}
        withinPortal={false}
        floatingStrategy="fixed"
      >
        <Icon name="search" />
        <Combobox.Target withExpandedAttribute>
          <input
            id={id}
            type="text"
            // biome-ignore lint/a11y/useAriaPropsForRole: Combobox.Target adds aria-expanded and aria-controls
            role="combobox"
            value={text}
            placeholder={states ? 'Add a state' : 'Find a state, person, claim or source'}
            aria-label={states ? 'Add a state' : 'Find a state, person, claim or source'}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(event.currentTarget.value)}
            onFocus={() => text !== '' && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              scratch({ search: '', found: null });
              combobox.closeDropdown();
              if (text === '') onDone?.();
            }}
          />
        </Combobox.Target>
        {!states && (
          <span className="key" aria-hidden="true">
            /
          </span>
        )}
        <Combobox.Dropdown hidden={found === null}>
          <Combobox.Options aria-label="Found">
            {(['entity', 'claim', 'source'] as const).map((kind) => {
              const list = hits.filter((h) => h.kind === kind);
              if (list.length === 0) return null;
              return (
                <Combobox.Group key={kind} label={headings[kind]}>
                  {list.map((h) => (
                    <Combobox.Option key={h.id} value={h.id} className="hit">
                      <span>{h.name}</span>
                      <small>{[label(h), h.detail].filter((x) => x !== '').join(' · ')}</small>
                    </Combobox.Option>
                  ))}
                </Combobox.Group>
              );
            })}
            {hits.length === 0 && found !== null && suggestion !== null && (
              <Combobox.Option value={`suggestion:${suggestion}`} className="hit">
                <span>
                  Nothing named “{found.text}”. Did you mean <b>{suggestion}</b>?
                </span>
              </Combobox.Option>
            )}
          </Combobox.Options>
          {hits.length === 0 && found !== null && suggestion === null && (
            <Combobox.Empty>
              {states ? `No state named “${found.text}”.` : `Nothing named “${found.text}”.`}
            </Combobox.Empty>
          )}
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
