// Which two days are compared: of the world, or of knowledge by one of its clocks, with steps from change to change.
import { addDays, type Day, MAX_DAY } from '../../../model/time.ts';
import {
  byClock,
  daysOf,
  ofKnowledge,
  ofWorld,
  setEarlier,
  setLater,
  stepsOf,
  wayOf,
} from '../../between.ts';
import { after, before } from '../../days.ts';
import { step } from '../../history.ts';
import { useStore } from '../../store.ts';
import { DayField } from '../DayField.tsx';
import { IconButton } from '../IconButton.tsx';

export function Days() {
  const view = useStore((s) => s.view);
  const times = useStore((s) => s.times);
  const way = wayOf(view);
  const { earlier, later } = daysOf(view);
  const days = times === null ? [] : stepsOf(view, times);
  return (
    <fieldset className="report-form">
      <legend className="sr">The two days</legend>
      <div className="segments small">
        <button type="button" aria-pressed={way === 'world'} onClick={() => step(ofWorld(times))}>
          In the world
        </button>
        <button type="button" aria-pressed={way === 'knowledge'} onClick={() => step(ofKnowledge(times))}>
          In what is known
        </button>
      </div>
      {way === 'knowledge' && (
        <div className="segments small">
          {(['public', 'held'] as const).map((clock) => (
            <button
              key={clock}
              type="button"
              aria-pressed={clock === view.lens.clock}
              onClick={() => step(byClock(clock, times))}
            >
              {clock === 'public' ? 'Published' : 'Held here'}
            </button>
          ))}
        </div>
      )}
      <div className="two-days">
        <OneDay
          label="Earlier day"
          value={earlier}
          most={addDays(later, -1)}
          days={days}
          onDay={(day) => step(setEarlier(day))}
        />
        <OneDay
          label="Later day"
          value={later}
          least={earlier === null ? undefined : addDays(earlier, 1)}
          days={days}
          onDay={(day) => step(setLater(day))}
        />
      </div>
      {times !== null && days.length === 0 && (
        <p className="muted">
          {way === 'world'
            ? 'No claim of these states is dated.'
            : view.lens.clock === 'public'
              ? 'No source here is dated: on any day nothing is known.'
              : 'No statement here says when it was recorded: on any day nothing is known.'}
        </p>
      )}
    </fieldset>
  );
}

interface OneDayProps {
  label: string;
  value: Day | null;
  least?: Day;
  most?: Day;
  days: readonly Day[];
  onDay(day: Day): void;
}

function OneDay({ label, value, least, most, days, onDay }: OneDayProps) {
  const within = (day: Day | null) =>
    day === null || (least !== undefined && day < least) || (most !== undefined && day > most) ? null : day;
  const previous = within(before(days, value ?? addDays(most ?? MAX_DAY, 1)));
  const next = value === null ? null : within(after(days, value));
  const go = (day: Day | null) => {
    if (day !== null) onDay(day);
  };
  return (
    <div className="dates">
      <IconButton
        icon="back"
        label={`${label}: previous change`}
        disabled={previous === null}
        onClick={() => go(previous)}
      />
      <DayField label={label} value={value} least={least} most={most} onDay={onDay} />
      <IconButton
        icon="on"
        label={`${label}: next change`}
        disabled={next === null}
        onClick={() => go(next)}
      />
    </div>
  );
}
