// Which statements count: the threshold over a histogram, unknown ones apart, the rule, and how many origins.
import { Popover } from '@mantine/core';
import { useMemo } from 'react';
import type { Answer } from '../../model/answer.ts';
import { type Lens, resolveLens, rules } from '../../model/lens.ts';
import { many } from '../../model/phrase.ts';
import { release, replace, slide, step } from '../history.ts';
import { type Change, changes, reason } from '../moved.ts';
import { lens as change, select } from '../steps.ts';
import { get, judgedNow, type State, scratch, useStore } from '../store.ts';
import { histogram, passes } from '../tally.ts';
import { confidenceWord } from '../words.ts';
import { ClaimGlyph } from './Glyph.tsx';
import { Stepper } from './Stepper.tsx';

/** Moves by key are taken as steps of the slider; it is asked again when the key is let go. */
const MOVES = /^(Arrow|Page|Home|End)/;

export function Confidence() {
  const chosen = useStore((s) => s.view.lens);
  const preview = useStore((s) => s.preview);
  const ground = useStore((s) => s.ground);
  const lens = preview ?? chosen;
  const { unknown } = resolveLens(lens);
  return (
    <section className="section" aria-labelledby="confidence-heading">
      <h2 className="heading" id="confidence-heading">
        Confidence <span className="muted">statements at {lens.threshold} or more</span>
      </h2>
      <div className="row">
        <fieldset className="segments small">
          <legend className="sr">Which of several numbers</legend>
          {rules.map((rule) => (
            <button
              key={rule}
              type="button"
              aria-pressed={lens.rule === rule}
              onClick={() => step(change({ rule }))}
            >
              {rule === 'highest' ? 'Highest' : 'Lowest'}
            </button>
          ))}
        </fieldset>
        <Origins lens={lens} />
      </div>
      {ground !== null && <Threshold lens={lens} ground={ground} />}
      <div className="row">
        <label className="check">
          <input
            type="checkbox"
            role="switch"
            aria-checked={unknown}
            checked={unknown}
            onChange={(event) => step(change({ unknown: event.currentTarget.checked }))}
          />
          Keep unknown {ground !== null && <Unknown ground={ground} known={lens.known} />}
        </label>
        <Moved />
      </div>
    </section>
  );
}

function Unknown({ ground, known }: { ground: Answer; known: Lens['known'] }) {
  return <span>{useMemo(() => histogram(ground, known).unknown, [ground, known])}</span>;
}

function Origins({ lens }: { lens: Lens }) {
  return (
    <Stepper
      label="Origins"
      name="At least so many independent origins"
      value={lens.origins}
      most={99}
      onValue={(origins) => step(change({ origins }))}
    />
  );
}

/** One handle under the histogram; the bin of unknown ones stands apart, for it is on no scale. */
function Threshold({ lens, ground }: { lens: Lens; ground: Answer }) {
  const { bins, unknown } = useMemo(() => histogram(ground, lens.known), [ground, lens.known]);
  const most = Math.max(1, unknown, ...bins);
  const word = confidenceWord(lens.threshold);
  return (
    <div className="histogram">
      <div className="unknown-bin" aria-hidden="true">
        <span className="bin-count">{unknown}</span>
        <i style={{ height: `${(unknown / most) * 36}px` }} />
      </div>
      <div className="bins" aria-hidden="true">
        {bins.map((n, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          <span key={i}>
            {n > 0 && <span className="bin-count">{n}</span>}
            <i
              className={i * 10 + 9 < lens.threshold ? 'below' : ''}
              style={{ height: `${(n / most) * 36}px` }}
            />
          </span>
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={lens.threshold}
        aria-label="Confidence, at least"
        aria-valuetext={`${lens.threshold}, ${word}`}
        onChange={(event) => slide({ ...lens, threshold: event.currentTarget.valueAsNumber })}
        onPointerUp={release}
        onPointerCancel={release}
        onBlur={release}
        onKeyUp={(event) => MOVES.test(event.key) && release()}
      />
      <span className="unknown-word" aria-hidden="true">
        ?
      </span>
      <div className="band-words" aria-hidden="true">
        <span>Low</span>
        <span>Med</span>
        <span>High</span>
      </div>
    </div>
  );
}

/** Those that moved and pass the filters: what is switched off by state may still have moved. */
function movedNow(s: State): Change[] {
  if (s.ground === null) return [];
  return changes(s.ground, judgedNow(s)).filter((m) => passes(m.claim, s.view.filters, 'state'));
}

function countsOf(found: readonly Change[]) {
  const out = found.filter((m) => m.now.state === null).length;
  return { out, other: found.length - out };
}

/** A text, so that the button is drawn anew only where it says something else. */
function movedLabel(s: State): string {
  const { out, other } = countsOf(movedNow(s));
  return out === 0 && other > 0 ? `${many(other, 'claim')} changed` : `${many(out, 'claim')} out`;
}

/** How many claims are out, opening what moved and why. */
function Moved() {
  const open = useStore((s) => s.scratch.moved);
  const label = useStore(movedLabel);
  const some = useStore((s) => movedNow(s).length > 0);
  const isKnown = useStore((s) => s.ground !== null);
  if (!isKnown) return null;
  if (!some) return <span className="muted">{label}</span>;
  return (
    <Popover
      opened={open}
      onChange={(moved) => scratch({ moved })}
      position="right-start"
      width={340}
      trapFocus
      returnFocus
      closeOnEscape={false}
    >
      <Popover.Target>
        <button type="button" className="link" onClick={() => scratch({ moved: !open })}>
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="What moved">
        <MovedList />
      </Popover.Dropdown>
    </Popover>
  );
}

function MovedList() {
  const ground = useStore((s) => s.ground);
  const lens = useStore((s) => s.preview ?? s.view.lens);
  useStore(judgedNow);
  if (ground === null) return null;
  const found = movedNow(get());
  const { out, other } = countsOf(found);
  return (
    <>
      <h3 className="heading">
        What moved{' '}
        <span className="muted">
          {out} out, {other} changed
        </span>
      </h3>
      <ul className="moved">
        {found.map((m) => (
          <li key={m.claim.claim.id}>
            <button
              type="button"
              onClick={() => {
                scratch({ moved: false });
                replace(select(m.claim.claim.id));
              }}
            >
              <ClaimGlyph claim={m.claim} size={20} />
              <span>
                <b>{m.claim.claim.short ?? m.claim.claim.title}:</b> {reason(ground, m, lens)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
