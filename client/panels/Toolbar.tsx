// What is done to the picture as a whole: undo, layout, zoom, export.
import { Menu } from '@mantine/core';
import { MOST_PAIRS } from '../../model/drawn.ts';
import { layouts } from '../../model/view.ts';
import { act, mayAct } from '../actions.ts';
import { step } from '../history.ts';
import { Icon } from '../icons.tsx';
import type { Mode } from '../mode.ts';
import { setAllPairs, setLayout } from '../steps.ts';
import { useStore } from '../store.ts';
import { Export } from './Export.tsx';
import { IconButton } from './IconButton.tsx';

const layoutWords: Record<(typeof layouts)[number], [name: string, hint: string]> = {
  map: ['Map-like', 'by the places of capitals'],
  circle: ['Circle', 'all on one ring'],
  sign: ['By sign', 'with near, against far'],
  time: ['Time columns', 'early left, late right'],
};

export function Toolbar({ mode }: { mode: Mode }) {
  // So many states have places on the map alone.
  const small = useStore((s) => s.scratch.small);
  const layout = useStore((s) => (small ? 'map' : s.view.layout));
  const allPairs = useStore((s) => s.view.allPairs);
  const canUndo = useStore((s) => mayAct(s, 'undo'));
  const canRedo = useStore((s) => mayAct(s, 'redo'));
  const narrow = mode === 'narrow';
  return (
    <div id="tools" role="toolbar" aria-label="Picture">
      <IconButton icon="undo" label="Undo" keys="Ctrl+Z" disabled={!canUndo} onClick={() => act('undo')} />
      <IconButton
        icon="redo"
        label="Redo"
        keys="Ctrl+Shift+Z"
        disabled={!canRedo}
        onClick={() => act('redo')}
      />
      {!narrow && (
        <>
          <i />
          <Menu
            withInitialFocusPlaceholder={false}
            position="bottom-end"
            width={250}
            withinPortal={false}
            floatingStrategy="fixed"
          >
            <Menu.Target>
              <button type="button" className="tool" aria-label={`Layout: ${layoutWords[layout][0]}`}>
                <Icon name="layout" />
                <span className="tool-text">{layoutWords[layout][0]}</span>
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {(small ? (['map'] as const) : layouts).map((l) => (
                <Menu.Item key={l} aria-current={l === layout} onClick={() => step(setLayout(l))}>
                  <b>{layoutWords[l][0]}</b>
                  <small>{layoutWords[l][1]}</small>
                </Menu.Item>
              ))}
              {small && (
                <p className="menu-note">
                  Circle, By sign and Time columns are for fewer states: of so many no code could be read
                  there. Choose states, or draw those with more claims.
                </p>
              )}
              {allPairs && (
                <Menu.Item onClick={() => step(setAllPairs(false))}>
                  <b>Fewer pairs</b>
                  <small>the {MOST_PAIRS} with most claims, where there are more</small>
                </Menu.Item>
              )}
              <Menu.Item onClick={() => step((v) => ({ ...v, moved: {} }))}>
                <b>Unpin what was moved</b>
                <small>every item back in its place</small>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      <Fit narrow={narrow} />
      {!narrow && (
        <>
          <IconButton icon="minus" label="Zoom out" keys="-" onClick={() => act('zoom-out')} />
          <IconButton icon="plus" label="Zoom in" keys="+" onClick={() => act('zoom-in')} />
          <i />
        </>
      )}
      <Export small={narrow} />
    </div>
  );
}

/** Fits the picture. Where labels would get too small it shows the states in question, and says how much lies outside. */
function Fit({ narrow }: { narrow: boolean }) {
  const outside = useStore((s) => s.scratch.outside);
  if (outside === 0) return <IconButton icon="fit" label="Fit" keys="0" onClick={() => act('fit')} />;
  return (
    <button
      type="button"
      className="tool"
      title="Fit: all of the picture (0)"
      aria-label={`Fit: ${outside} lie outside`}
      onClick={() => act('fit')}
    >
      <Icon name="fit" />
      {narrow ? outside : `${outside} outside`}
    </button>
  );
}
