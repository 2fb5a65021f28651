// The dialog of saved views: a list with small pictures, and the form of one that is new or written anew.
import { FileButton } from '@mantine/core';
import { many } from '../../../model/phrase.ts';
import type { ListedView } from '../../../model/saved-view.ts';
import { Icon } from '../../icons.tsx';
import { useStore } from '../../store.ts';
import {
  copyLink,
  duplicate,
  keepNew,
  keepOver,
  openView,
  readViewFile,
  removeView,
  rewrite,
  saveFile,
  turnTo,
} from '../../views.ts';
import { ViewForm } from './ViewForm.tsx';
import { madeWords } from './words.ts';

export default function Views() {
  const dialog = useStore((s) => s.scratch.views);
  const imports = useStore((s) => s.info?.imports);
  const question = useStore((s) => s.info?.questions.find((q) => q.id === s.view.question)?.label ?? '');
  if (dialog === null || imports === undefined) return null;
  const { all, at, busy, problem } = dialog;
  const edited = at.what === 'edit' ? all?.find((v) => v.id === at.id) : undefined;
  return (
    <div aria-busy={busy}>
      {problem !== null && (
        <p role="alert" className="refused">
          <b>{problem.title}.</b> {problem.detail}
        </p>
      )}
      {at.what === 'new' && imports.on && (
        <ViewForm name={question} busy={busy} onWritten={(written) => void keepNew(written)} />
      )}
      {edited !== undefined && (
        <ViewForm
          key={edited.id}
          view={edited}
          busy={busy}
          onWritten={(written) => void rewrite(edited.id, written)}
        />
      )}
      {(at.what === 'list' || (at.what === 'new' && !imports.on)) && (
        <List
          all={all}
          on={imports.on}
          why={imports.why}
          asking={at.what === 'list' ? at.asking : undefined}
        />
      )}
    </div>
  );
}

interface ListProps {
  all: readonly ListedView[] | null;
  /** Whether views can be kept here; where not, why. */
  on: boolean;
  why: string | null;
  asking: { id: string; of: Asking } | undefined;
}

function List({ all, on, why, asking }: ListProps) {
  const opened = useStore((s) => s.opened?.id);
  return (
    <>
      {on ? (
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => turnTo({ what: 'new' })}>
            Save this view
          </button>
          <FileButton
            onChange={(file) => {
              if (file !== null) void readViewFile(file);
            }}
          >
            {(props) => (
              <button {...props} type="button" className="button">
                Import a view
              </button>
            )}
          </FileButton>
        </div>
      ) : (
        <p className="muted">Views cannot be saved here. {why}</p>
      )}
      {all?.length === 0 && (
        <p>
          No view is saved yet. A saved view keeps question, lens, filters, selection and moved places under a
          name, with your notes and your judgement.
        </p>
      )}
      <ul className="views" aria-label="Saved views">
        {all?.map((view) => (
          <li key={view.id} aria-current={view.id === opened ? 'true' : undefined}>
            <Item view={view} on={on} asking={asking?.id === view.id ? asking.of : null} />
          </li>
        ))}
      </ul>
    </>
  );
}

type Asking = 'remove' | 'replace';

function Item({ view, on, asking }: { view: ListedView; on: boolean; asking: Asking | null }) {
  const { id, title, thumbnail, notes, judgement, made, changed } = view;
  return (
    <>
      <button
        type="button"
        className="view-picture"
        onClick={() => void openView(id)}
        aria-label={`Open ${title}`}
      >
        {thumbnail === undefined ? <Icon name="views" size={28} /> : <img src={thumbnail} alt="" />}
      </button>
      <div className="view-words">
        <h3>
          <button type="button" className="link" onClick={() => void openView(id)}>
            {title}
          </button>
        </h3>
        <p className="muted">
          {many(made.of, 'claim')} of {madeWords(made)} · {changed}
          {judgement !== undefined && ` · judged by ${judgement.signed}`}
        </p>
        {notes !== undefined && <p className="view-notes">{notes}</p>}
        {asking === null ? <Buttons view={view} on={on} /> : <Ask view={view} of={asking} />}
      </div>
    </>
  );
}

/** What cannot be undone is asked for first. */
function Ask({ view, of }: { view: ListedView; of: Asking }) {
  const isRemoval = of === 'remove';
  return (
    <div className="buttons" role="alert">
      {isRemoval
        ? `Delete “${view.title}” for good?`
        : `Put what is shown now in place of what “${view.title}” shows? Its words stay.`}
      <button
        type="button"
        className="button small"
        onClick={() => void (isRemoval ? removeView(view) : keepOver(view))}
      >
        {isRemoval ? 'Delete' : 'Replace'}
      </button>
      <button type="button" className="button small" onClick={() => turnTo({ what: 'list' })}>
        Keep it
      </button>
    </div>
  );
}

function Buttons({ view, on }: { view: ListedView; on: boolean }) {
  const { id } = view;
  const does: [label: string, does: () => unknown][] = [
    ['Copy link', () => copyLink(view)],
    ['Save as a file', () => saveFile(view)],
    ...(on
      ? ([
          ['Edit', () => turnTo({ what: 'edit', id })],
          ['Duplicate', () => duplicate(view)],
          ['Replace', () => turnTo({ what: 'list', asking: { id, of: 'replace' } })],
          ['Delete', () => turnTo({ what: 'list', asking: { id, of: 'remove' } })],
        ] satisfies [string, () => unknown][])
      : []),
  ];
  return (
    <div className="buttons">
      {does.map(([label, run]) => (
        <button
          key={label}
          type="button"
          className="button small"
          aria-label={`${label}: ${view.title}`}
          onClick={() => void run()}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
