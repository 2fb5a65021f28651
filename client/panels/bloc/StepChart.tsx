// The step chart of one level of the filtration: a line and a hatched ground, told apart without colour.
import { useId } from 'react';
import type { FiltrationStep } from '../../../model/bloc.ts';
import { claimsOfStep } from '../../../model/bloc-groups.ts';
import { BOTTOM, LEFT, stepChart } from '../../step-chart.ts';
import { lights } from '../Lights.tsx';
import { useNone } from './telling.ts';
import { rangeOf, stepsAloud } from './words.ts';

interface Props {
  steps: readonly FiltrationStep[];
  /** How many states are asked about. */
  states: number;
  /** The threshold that is looked through now. */
  threshold: number;
  label: string;
}

export function StepChart({ steps, states, threshold, label }: Props) {
  const hatch = useId();
  const zero = useNone('0');
  const chart = stepChart(
    states,
    steps.map((s) => s.from),
  );
  const of = (size: (s: FiltrationStep) => number) =>
    steps.map((s) => ({ from: s.from, until: s.until, value: size(s) }));
  const tied = of((s) => s.tied.size);
  const joined = of((s) => s.joined.size);
  const { width, height, x, y } = chart;
  const now = threshold === 0 ? x(0) + (x(1) - x(0)) / 2 : x(threshold);
  return (
    <svg
      className="step-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${label}: ${stepsAloud(steps, zero)}. The table below has the same.`}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" />
        </pattern>
      </defs>
      {chart.rows.map((n) => (
        <g key={n}>
          <path className="row-line" d={`M${LEFT} ${y(n)}H${x(101)}`} />
          <text x={LEFT - 8} y={y(n) + 4.5} textAnchor="end">
            {n}
          </text>
        </g>
      ))}
      <path className="row-line" d={`M${x(1)} ${y(states)}V${y(0)}`} strokeDasharray="2 3" />
      <path className="joined" d={chart.area(joined)} style={{ fill: `url(#${hatch})` }} />
      <path className="joined-line" d={chart.line(joined)} />
      <path className="tied" d={chart.line(tied)} />
      <path className="now" d={`M${now} ${y(0)}l-5 7h10Z`} />
      {chart.ticks.map((t) => (
        <text key={t.label} x={t.at} y={height - BOTTOM + 20} textAnchor="middle">
          {t.label}
        </text>
      ))}
      {steps.map((s) => (
        <rect
          key={s.from}
          className="step"
          x={x(s.from)}
          width={x(s.until + 1) - x(s.from)}
          y={y(states)}
          height={y(0) - y(states)}
          {...lights(claimsOfStep(s))}
        >
          <title>
            {`At ${rangeOf(s)}: ${s.tied.size || zero} tied pairwise, ${s.joined.size || zero} joined by one claim`}
          </title>
        </rect>
      ))}
    </svg>
  );
}
