// What is refused: every error with its file, its line and its field, as far as they are told, to be read or copied.
import { Fragment, useState } from 'react';
import { many } from '../../../model/phrase.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Brought } from '../../import-plan.ts';
import { type Line, linesAround } from '../../lines.ts';
import { copy } from '../../share.ts';

interface RefusedProps {
  problem: Problem;
  name: string;
  brought: readonly Brought[];
}

/** A line of one of the files that were brought. */
interface Shown {
  key: string;
  lines: readonly Line[];
}

export function Refused({ problem, name, brought }: RefusedProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const errors = problem.errors ?? [];
  const files = new Set(errors.map((e) => e.file));
  // The one file is told above.
  const isOfOne = files.size === 1 && files.has(name);
  const isPlaced = errors.some((e) => e.line !== undefined || e.pointer !== undefined);
  return (
    <div className="refused">
      <p role="alert">
        <b>
          {name}: {problem.title}.
        </b>{' '}
        {problem.detail}
      </p>
      {errors.length > 0 && isPlaced && (
        <>
          <div className="refused-head">
            <button
              type="button"
              className="button small"
              onClick={() => void copy(copyOf(problem), `${many(errors.length, 'error')} copied`)}
            >
              Copy all
            </button>
          </div>
          <table className="expand">
            <thead>
              <tr>
                {!isOfOne && <th scope="col">File</th>}
                <th scope="col">Line</th>
                <th scope="col">Field</th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {errors.map((e) => {
                const key = `${e.file} ${e.line} ${e.pointer} ${e.detail}`;
                const file = brought.find((f) => f.name === e.file);
                const { line } = e;
                const isShown = shown?.key === key;
                const show = async (bytes: Blob, n: number) =>
                  setShown(isShown ? null : { key, lines: await linesAround(bytes, n) });
                return (
                  <Fragment key={key}>
                    <tr>
                      {!isOfOne && <td>{e.file}</td>}
                      <td>
                        {file === undefined || line === undefined ? (
                          line
                        ) : (
                          <button
                            type="button"
                            className="link"
                            aria-label={`Show line ${line}`}
                            aria-expanded={isShown}
                            onClick={() => void show(file.bytes, line)}
                          >
                            {line}
                          </button>
                        )}
                      </td>
                      <td>
                        <Field pointer={e.pointer} />
                      </td>
                      <td>{e.detail}</td>
                    </tr>
                    {isShown && (
                      <tr className="row-text">
                        <td colSpan={isOfOne ? 3 : 4}>
                          {shown.lines.map(({ n, text }) => (
                            <code key={n} className={n === line ? 'wrong' : ''}>
                              <span>{n}</span> {text}
                            </code>
                          ))}
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

/** A field, to be broken where it has a slash. */
const Field = ({ pointer = '' }: { pointer: string | undefined }) => (
  <code>
    {pointer.split('/').map((part, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is told by its place alone.
      <Fragment key={i}>
        {i > 0 && '/'}
        {i > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </code>
);

/** The errors as the command line writes them, a line each. */
const copyOf = ({ detail, errors = [] }: Problem) =>
  [
    detail,
    ...errors.map((e) =>
      [[e.file, e.line].filter((part) => part !== undefined).join(':'), e.pointer, e.detail]
        .filter((part) => part !== undefined && part !== '')
        .join(': '),
    ),
  ].join('\n');
