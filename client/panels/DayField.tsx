// A day as text: for a day outside of what is dated as well; what is no day is told and not taken.
import { useState } from 'react';
import { Day, MAX_DAY, MIN_DAY } from '../../model/time.ts';

interface DayFieldProps {
  label: string;
  value: Day | null;
  /** Shown where there is no day. */
  empty?: string;
  least?: Day;
  most?: Day;
  onDay(day: Day): void;
}

/** A day as text, for a day outside of what is dated as well; what is no day is told and not taken. */
export function DayField({ label, value, empty, least = MIN_DAY, most = MAX_DAY, onDay }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = () => {
    if (typed === null || typed.trim() === (value ?? '')) return done();
    const day = Day.safeParse(typed.trim());
    if (!day.success) return setWrong(day.error.issues[0]?.message ?? 'not a day');
    if (day.data < least) return setWrong(`not before ${least}`);
    if (day.data > most) return setWrong(`not after ${most}`);
    done();
    onDay(day.data);
  };
  const done = () => {
    setTyped(null);
    setWrong(null);
  };
  const id = `day-${label.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <label className="day-field">
      <span className={label === 'On' ? 'sr' : ''}>{label}</span>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        placeholder={empty ?? 'YYYY-MM-DD'}
        value={typed ?? value ?? ''}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            done();
          }
        }}
      />
      {wrong !== null && (
        <span id={`${id}-wrong`} role="alert" className="wrong">
          {wrong}
        </span>
      )}
    </label>
  );
}
