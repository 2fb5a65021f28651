// The two clocks: world time as a day or a range, over what is dated; and as known on a day.
import { useState } from 'react';
import type { Times } from '../../model/api.ts';
import { many } from '../../model/phrase.ts';
import { type Day, dayNumber } from '../../model/time.ts';
import { act, mayAct } from '../actions.ts';
import { after, before, dayOf, timeWords } from '../days.ts';
import { step } from '../history.ts';
import { lens as change, clearTime, setKnown, setTime } from '../steps.ts';
import { useStore } from '../store.ts';
import { DayField } from './DayField.tsx';
import { IconButton } from './IconButton.tsx';
import { TimeChart } from './TimeChart.tsx';

type Way = 'all' | 'day' | 'range';

export function Time() {
  const times = useStore((s) => s.times);
  const { from, until } = useStore((s) => s.view.lens);
  const way: Way = from === null && until === null ? 'all' : from === until ? 'day' : 'range';
  return (
    <section className="section" aria-labelledby="time-heading">
      <h2 className="heading" id="time-heading">
        Time <span className="muted">{timeWords(from, until)?.toLowerCase() ?? 'all of it'}</span>
      </h2>
      {times !== null && times.extent === null && (
        <p className="muted">
          No claim here is dated{times.undated > 0 && `: ${many(times.undated, 'claim')}`}
        </p>
      )}
      {times !== null && times.extent !== null && <World times={times} extent={times.extent} way={way} />}
      {times !== null && <Known times={times} />}
    </section>
  );
}

interface WorldProps {
  times: Times;
  extent: NonNullable<Times['extent']>;
  way: Way;
}

/** Handles over what is dated; a range never hides the undated ones without a word. */
function World({ times, extent, way }: WorldProps) {
  const { from, until } = useStore((s) => s.view.lens);
  const [moving, setMoving] = useState<{ from: Day; until: Day } | null>(null);
  const shown = moving ?? { from: from ?? extent.from, until: until ?? extent.until };
  const choose = (next: Way) => {
    if (next === way) return;
    if (next === 'all') step(clearTime);
    else if (next === 'day') step(setTime(shown.until, shown.until));
    else step(setTime(extent.from, shown.until === extent.from ? extent.until : shown.until));
  };
  const settle = () => {
    if (moving === null) return;
    setMoving(null);
    step(setTime(moving.from, moving.until));
  };
  const words: Record<Way, string> = { all: 'All', day: 'On a day', range: 'Range' };
  return (
    <>
      <fieldset className="segments small">
        <legend className="sr">World time</legend>
        {(Object.keys(words) as Way[]).map((w) => (
          <button key={w} type="button" aria-pressed={w === way} onClick={() => choose(w)}>
            {words[w]}
          </button>
        ))}
      </fieldset>
      <div className="time-line">
        <TimeChart times={times} extent={extent} shown={way === 'all' ? null : shown} />
        {way === 'day' && (
          <Handle
            label="On this day"
            extent={extent}
            changes={times.changes}
            value={shown.until}
            onMove={(day) => setMoving({ from: day, until: day })}
            onSettle={settle}
          />
        )}
        {way === 'range' && (
          <>
            <Handle
              label="From"
              extent={extent}
              changes={times.changes}
              value={shown.from}
              onMove={(day) => setMoving({ ...shown, from: day <= shown.until ? day : shown.until })}
              onSettle={settle}
            />
            <Handle
              label="Until"
              extent={extent}
              changes={times.changes}
              value={shown.until}
              onMove={(day) => setMoving({ ...shown, until: day >= shown.from ? day : shown.from })}
              onSettle={settle}
            />
          </>
        )}
      </div>
      {way === 'day' && (
        <div className="row dates">
          <IconButton
            icon="back"
            label="Previous change"
            disabled={before(times.changes, shown.until) === null}
            onClick={() => stepTo(before(times.changes, shown.until))}
          />
          <DayField label="On" value={shown.until} onDay={(day) => step(setTime(day, day))} />
          <IconButton
            icon="on"
            label="Next change"
            disabled={after(times.changes, shown.until) === null}
            onClick={() => stepTo(after(times.changes, shown.until))}
          />
        </div>
      )}
      {way === 'range' && (
        <div className="row dates">
          <DayField
            label="From"
            value={shown.from}
            most={shown.until}
            onDay={(day) => step(setTime(day, shown.until))}
          />
          <DayField
            label="Until"
            value={shown.until}
            least={shown.from}
            onDay={(day) => step(setTime(shown.from, day))}
          />
        </div>
      )}
      {way !== 'all' && times.undated > 0 && (
        <p className="muted hint">
          {many(times.undated, 'claim')} of these states {times.undated === 1 ? 'is' : 'are'} undated: counted
          beside, never among them
        </p>
      )}
    </>
  );
}

function stepTo(day: Day | null) {
  if (day !== null) step(setTime(day, day));
}

interface HandleProps {
  label: string;
  extent: { from: Day; until: Day };
  changes: readonly Day[];
  value: Day;
  onMove(day: Day): void;
  onSettle(): void;
}

/** A handle over days. Arrows go to where something changes: between two changes every day answers alike. */
function Handle({ label, extent, changes, value, onMove, onSettle }: HandleProps) {
  const clamp = (day: Day) => (day < extent.from ? extent.from : day > extent.until ? extent.until : day);
  return (
    <input
      type="range"
      min={dayNumber(extent.from)}
      max={dayNumber(extent.until)}
      value={dayNumber(clamp(value))}
      aria-label={label}
      aria-valuetext={value}
      onChange={(event) => onMove(dayOf(event.currentTarget.valueAsNumber))}
      onKeyDown={(event) => {
        const isOn = event.key === 'ArrowRight' || event.key === 'ArrowUp';
        if (!isOn && event.key !== 'ArrowLeft' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onMove(clamp((isOn ? after(changes, value) : before(changes, value)) ?? value));
      }}
      onKeyUp={onSettle}
      onPointerUp={onSettle}
      onPointerCancel={onSettle}
      onBlur={onSettle}
    />
  );
}

/** As known on a day, by publication or by when it was recorded here. */
function Known({ times }: { times: Times }) {
  const { known, clock } = useStore((s) => s.view.lens);
  const earlier = useStore((s) => mayAct(s, 'known-before'));
  const later = useStore((s) => mayAct(s, 'known-after'));
  const days = times.known[clock];
  return (
    <div className="known">
      <div className="row dates">
        <IconButton
          icon="back"
          label="As known on: previous change"
          disabled={!earlier}
          onClick={() => act('known-before')}
        />
        <DayField label="As known on" value={known} empty="today" onDay={(day) => step(setKnown(day))} />
        <IconButton
          icon="on"
          label="As known on: next change"
          disabled={!later}
          onClick={() => act('known-after')}
        />
      </div>
      <fieldset className="segments small">
        <legend className="sr">Known by</legend>
        {(['public', 'held'] as const).map((c) => (
          <button key={c} type="button" aria-pressed={c === clock} onClick={() => step(change({ clock: c }))}>
            {c === 'public' ? 'Published' : 'Held here'}
          </button>
        ))}
      </fieldset>
      {days.length === 0 && (
        <p className="muted hint">
          {clock === 'public' ? 'No source here is dated' : 'No statement here says when it was recorded'}: on
          any day nothing is known
        </p>
      )}
    </div>
  );
}
