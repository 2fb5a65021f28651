// Saves what the lens shows in every format of the registry, each with what it leaves out, and as a picture.
import { Menu } from '@mantine/core';
import type { FormatInfo } from '../../model/format.ts';
import { shortState } from '../../model/id.ts';
import * as api from '../api.ts';
import type { Drawn } from '../drawn.ts';
import { foundIn } from '../found.ts';
import { Icon } from '../icons.tsx';
import { isLarge } from '../large.ts';
import { save, tell } from '../share.ts';
import { drawnNow, get, type State, set, useStore } from '../store.ts';
import { useTheme } from '../theme.tsx';
import { questionScope } from '../words.ts';

/** `entente-trilateral-CHN-RUS-PRK.yaml` */
function fileName(extension: string): string {
  const { view } = get();
  const states = view.filters.states.map(shortState);
  return `${['entente', view.question ?? 'around', ...states].join('-')}.${extension.replace(/^\./, '')}`;
}

async function saveAs(format: FormatInfo) {
  const { view } = get();
  try {
    save(await api.file(view, view.question ?? 'around', format.id), fileName(format.extension));
    tell(`Saved as ${format.label}`);
  } catch (error) {
    if (!(error instanceof api.ProblemError)) throw error;
    set({ problem: error.problem });
  }
}

/** What a picture says of the answer that it shows. */
function answerOf(drawn: Drawn, { view }: State) {
  const answer = drawn.question;
  if (answer === null) return null;
  const entities = new Map(drawn.picture.entities.map((e) => [e.id, e]));
  const names = view.filters.states.map((id) => entities.get(id)?.names.en ?? id);
  const counts = foundIn(drawn, answer).map(
    ({ set, head, rest }) => `${set === null ? '' : `${set}: `}${head}${rest}`,
  );
  return { scope: questionScope(answer, names), counts };
}

export function Export({ small }: { small: boolean }) {
  const formats = useStore((s) => s.info?.formats ?? none);
  const hidden = useStore((s) => s.view.hide.length > 0);
  const theme = useTheme();
  const savePicture = async () => {
    const state = get();
    const drawn = drawnNow(state);
    if (drawn === null) return;
    const { picture } = await import('../canvas/picture.ts');
    const { vocabulary, info } = state;
    const answer = answerOf(drawn, state);
    const options = { theme, vocabulary, answer, capitals: info?.capitals ?? null, large: isLarge(state) };
    save(await picture(drawn, state.view, options), fileName('png'));
    tell('Saved as a picture');
  };
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={320}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <button type="button" className="tool" aria-label="Export">
          <Icon name="export" />
          {!small && <span className="tool-text">Export</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats
          .filter((f) => f.writes)
          .map((f) => (
            <Menu.Item key={f.id} onClick={() => saveAs(f)}>
              <b>{f.label}</b>
              <small>
                {f.loses.length === 0 ? 'Complete: can be loaded again' : `Leaves out: ${f.loses.join('; ')}`}
              </small>
            </Menu.Item>
          ))}
        <Menu.Item onClick={savePicture}>
          <b>PNG, the picture</b>
          <small>Leaves out: statements, quotes and sources. Ties between pairs are derived</small>
        </Menu.Item>
        {hidden && <Menu.Item disabled>Files hold what legend or key hides, too</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

const none: FormatInfo[] = [];
