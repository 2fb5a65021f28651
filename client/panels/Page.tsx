// The page: its regions in the order in which Tab walks through them.
import { useMode } from '../mode.ts';
import { useStore } from '../store.ts';
import { Dialogs } from './Dialogs.tsx';
import { Dock } from './Dock.tsx';
import { Header } from './Header.tsx';
import { Inspector } from './Inspector.tsx';
import { Left } from './Left.tsx';
import { Live } from './Live.tsx';
import { Picture } from './Picture.tsx';

export function Page() {
  const mode = useMode();
  const right = useStore((s) => s.scratch.right);
  const sheet = useStore((s) => s.scratch.sheet);
  return (
    <div id="page" data-mode={mode} data-right={mode === 'narrow' || right} data-sheet={sheet}>
      <nav className="skips" aria-label="Skip">
        <a href="#canvas">Skip to the picture</a>
        <a href="#dock">Skip to the table</a>
        <a href="#right">Skip to the inspector</a>
      </nav>
      <Header mode={mode} />
      <Left mode={mode} />
      <Picture mode={mode} />
      <Dock mode={mode} />
      {(right || mode === 'narrow') && <Inspector mode={mode} />}
      <Dialogs />
      <Live />
    </div>
  );
}
