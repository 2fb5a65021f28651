// Brand, data set, search, the two views, and what concerns the page as a whole.
import { Menu } from '@mantine/core';
import { many } from '../../model/phrase.ts';
import { act } from '../actions.ts';
import { startOf } from '../address.ts';
import { isForced } from '../canvas/tokens.ts';
import { step } from '../history.ts';
import { Brand } from '../icons.tsx';
import type { Mode } from '../mode.ts';
import { setDataset, setDraw } from '../steps.ts';
import { scratch, useStore } from '../store.ts';
import { useTheme, useThemeSwitch } from '../theme.tsx';
import { IconButton } from './IconButton.tsx';
import { Search } from './Search.tsx';

export function Header({ mode }: { mode: Mode }) {
  const left = useStore((s) => s.scratch.left);
  return (
    <header>
      {(mode === 'menu' || mode === 'narrow') && (
        <IconButton
          icon="menu"
          label="Questions and filters"
          expanded={left}
          onClick={() => scratch({ left: !left })}
        />
      )}
      <div className="brand">
        <Brand />
        <b>Entente</b>
      </div>
      {mode !== 'narrow' && <DatasetMenu />}
      {mode !== 'narrow' && <Search id="search" />}
      <ViewSwitch />
      <span className="space" />
      {mode !== 'narrow' && <PageButtons />}
    </header>
  );
}

/** Share, theme and help; in the menu where the page is narrow. */
export function PageButtons() {
  const theme = useTheme();
  const turn = useThemeSwitch();
  return (
    <div className="page-buttons">
      <IconButton icon="views" label="Saved views" keys="W" size={18} onClick={() => act('views')} />
      <IconButton icon="share" label="Copy link" keys="S" size={18} onClick={() => act('share')} />
      {!isForced(theme) && (
        <IconButton
          icon={theme === 'dark' ? 'light' : 'dark'}
          label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
          size={18}
          onClick={turn}
        />
      )}
      <IconButton icon="help" label="Keyboard map" keys="?" size={18} onClick={() => act('keys')} />
    </div>
  );
}

function ViewSwitch() {
  const draw = useStore((s) => s.view.draw);
  return (
    <fieldset className="segments view-switch">
      <legend className="sr">View</legend>
      {(['alignment', 'claims'] as const).map((d) => (
        <button key={d} type="button" aria-pressed={draw === d} onClick={() => step(setDraw(d))}>
          {d === 'alignment' ? 'Alignment' : 'Claims'}
        </button>
      ))}
    </fieldset>
  );
}

/** Which data sets are looked at, with how much each holds. */
export function DatasetMenu() {
  const info = useStore((s) => s.info);
  const view = useStore((s) => s.view);
  if (info === null || info.datasets.length === 0) return null;
  const now = startOf(info.datasets, view);
  const all = view.lens.datasets.length === 0;
  const choose = (id: string | null) => {
    const datasets = info.datasets.filter((d) => id === null || d.id === id);
    const states = startOf(datasets, view)?.start?.states ?? [];
    step(setDataset(id, states));
  };
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      width={340}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <button type="button" className="dataset">
          {now?.short ?? now?.title ?? 'Data sets'}
          {all && info.datasets.length > 1 && (
            <span className="muted"> and {many(info.datasets.length - 1, 'more', 'more')}</span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {info.datasets.length > 1 && (
          <Menu.Item onClick={() => choose(null)} aria-current={all}>
            <b>All data sets</b>
          </Menu.Item>
        )}
        {info.datasets.map((d) => (
          <Menu.Item key={d.id} onClick={() => choose(d.id)} aria-current={view.lens.datasets.includes(d.id)}>
            <b>{d.title}</b>
            <small>
              {many(d.counts.claims, 'claim')}, {many(d.counts.statements, 'statement')},{' '}
              {many(d.counts.sources, 'source')}
              {d.counts.unconnected > 0 &&
                `, ${many(d.counts.unconnected, 'entity', 'entities')} without a claim`}
              {d.version !== undefined && ` · version ${d.version}`}
              {d.licence !== undefined && ` · ${d.licence}`}
              {d.marking !== undefined && ` · ${d.marking}`}
            </small>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => act('import')}>
          <b>Import a file</b>
          <small>A dry run shows what would change first</small>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
