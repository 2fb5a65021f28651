// What is dated, under the handles of time: marks and spans where they are few, else bars; what is chosen is shaded.
import type { Times } from '../../model/api.ts';
import type { Day } from '../../model/time.ts';
import { dayNumber } from '../../model/time.ts';

const WIDTH = 240;
const HEIGHT = 34;

interface Props {
  times: Times;
  extent: { from: Day; until: Day };
  /** What is chosen; null where all time is. */
  shown: { from: Day; until: Day } | null;
}

export function TimeChart({ times, extent, shown }: Props) {
  const first = dayNumber(extent.from);
  const all = Math.max(1, dayNumber(extent.until) - first + 1);
  const x = (day: Day) => ((dayNumber(day) - first) / all) * WIDTH;
  /** To the end of its day. */
  const end = (day: Day) => x(day) + WIDTH / all;
  const most = Math.max(1, ...times.bars.map((b) => b.claims));
  const { marks } = times;
  const rows = marks === null ? [] : lanes(marks);
  const lane = HEIGHT / Math.max(4, ...rows.map((r) => r + 1));
  return (
    <>
      <svg
        className="time-chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${times.dated} dated claims from ${extent.from} to ${extent.until}`}
      >
        {shown !== null && (
          <rect
            className="chosen"
            x={x(shown.from < extent.from ? extent.from : shown.from)}
            width={Math.max(1.5, end(shown.until) - x(shown.from))}
            height={HEIGHT}
          />
        )}
        {marks === null
          ? times.bars.map((b) => (
              <rect
                key={b.from}
                className="bar"
                x={x(b.from)}
                width={Math.max(0.4, end(b.until) - x(b.from) - 0.4)}
                y={HEIGHT - (b.claims / most) * HEIGHT}
                height={(b.claims / most) * HEIGHT}
              />
            ))
          : marks.map((m, i) => (
              <rect
                key={`${m.from} ${m.until}`}
                className={m.from === m.until ? 'mark' : 'span'}
                x={x(m.from)}
                width={Math.max(2, end(m.until) - x(m.from))}
                y={HEIGHT - ((rows[i] ?? 0) + 1) * lane + 1}
                height={Math.max(1.5, lane - 2)}
                rx={1}
              />
            ))}
      </svg>
      <div className="time-ends muted" aria-hidden="true">
        <span>{extent.from.slice(0, 4)}</span>
        <span>{marks === null && `up to ${most.toLocaleString('en')} a bar, standing or not`}</span>
        <span>{extent.until.slice(0, 4)}</span>
      </div>
    </>
  );
}

/** The lowest lane that is free for each, so that none covers another. */
function lanes(marks: NonNullable<Times['marks']>): number[] {
  const ends: Day[] = [];
  return marks.map((m) => {
    const free = ends.findIndex((until) => until < m.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = m.until;
    return lane;
  });
}
