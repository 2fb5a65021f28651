// Claims as bars over time: what surely holds is thick, what only some reading of a date gives is thin, and the spells of
// parties stand inside their claim while it is selected.
import { memo, type ReactNode } from 'react';
import type { JudgedClaim } from '../../model/answer.ts';
import type { Party } from '../../model/claim.ts';
import { MAX_DAY, MIN_DAY, type Span, spanOf, spellOf, spellText } from '../../model/time.ts';
import { type Named, useNamed } from '../lookup.ts';
import { useStore } from '../store.ts';
import { type Axis, axisOf } from '../time-axis.ts';
import { ClaimGlyph } from './Glyph.tsx';
import { type Column, Table } from './Table.tsx';
import { code, Title } from './tables.tsx';

const WIDTH = 1000;
const BAR = 16;
const SPELL = 13;
const THIN = 2;

const timeOf = (c: JudgedClaim): Span | null =>
  c.claim.when === undefined ? null : spanOf(c.claim.when, c.nature === 'event');
const spellsOf = (c: JudgedClaim): { party: Party; span: Span }[] =>
  c.claim.parties.flatMap((party) => {
    const span =
      party.from === undefined && party.until === undefined ? null : spellOf(party.from, party.until);
    return span === null ? [] : [{ party, span }];
  });

export const TimelineTable = memo(function TimelineTable({ claims }: { claims: readonly JudgedClaim[] }) {
  const held = useNamed();
  const { from, until } = useStore((s) => s.view.lens);
  const dated = claims.flatMap((c) => {
    const span = timeOf(c);
    return span === null ? [] : [span];
  });
  const axis = axisOf([...dated, ...claims.flatMap((c) => spellsOf(c).map((s) => s.span))]);
  const columns: Column<JudgedClaim>[] = [
    {
      id: 'glyph',
      label: '',
      value: () => null,
      cell: (c, on) => <ClaimGlyph claim={c} size={20} inverted={on} />,
    },
    { id: 'title', label: 'Claim', value: (c) => c.claim.title, cell: (c) => <Title text={c.claim.title} /> },
    {
      id: 'when',
      label: 'When',
      value: (c) => timeOf(c)?.startEarliest ?? null,
      cell: (c) => c.claim.when ?? <span className="muted">undated</span>,
    },
    {
      id: 'time',
      label: 'Time',
      head: axis === null ? undefined : <Ticks axis={axis} />,
      value: (c) => timeOf(c)?.startEarliest ?? null,
      cell: (c, on) =>
        axis === null ? null : (
          <Bars
            claim={c}
            axis={axis}
            held={held}
            open={on}
            chosen={from === null && until === null ? null : [from ?? MIN_DAY, until ?? MAX_DAY]}
          />
        ),
    },
  ];
  const first = (c: JudgedClaim) => timeOf(c)?.startEarliest ?? MAX_DAY;
  const rows = [...claims].sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
  return (
    <Table
      tab="timeline"
      label="Claims over time"
      rows={rows}
      columns={columns}
      idOf={(c) => c.claim.id}
      empty="No claim in the picture."
    />
  );
});

function Ticks({ axis }: { axis: Axis }): ReactNode {
  return (
    <span className="ticks" aria-hidden="true">
      {axis.ticks.map((t) => (
        <span key={t.label} style={{ left: `${t.at * 100}%` }}>
          {t.label}
        </span>
      ))}
    </span>
  );
}

interface BarsProps {
  claim: JudgedClaim;
  axis: Axis;
  held: Named;
  /** Whether the spells of its parties are shown. */
  open: boolean;
  /** The days that the lens looks at. */
  chosen: [string, string] | null;
}

function Bars({ claim, axis, held, open, chosen }: BarsProps) {
  const span = timeOf(claim);
  const spells = spellsOf(claim);
  const shown = open ? spells : [];
  const height = BAR + shown.length * SPELL;
  const tone = claim.stands
    ? { '+': 'plus', '-': 'minus', '±': 'minus', '0': 'neutral' }[claim.sign]
    : 'absent';
  const x = (at: number) => at * WIDTH;
  return (
    <span className={`time-bars ${tone}`} style={{ height }}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {chosen !== null && (
          <rect
            className="chosen"
            x={x(axis.at(chosen[0]))}
            width={Math.max(2, x(axis.end(chosen[1]) - axis.at(chosen[0])))}
            height={height}
          />
        )}
        {span !== null && <Stretch span={span} axis={axis} y={3} height={BAR - 6} />}
        {shown.map((s, i) => (
          <Stretch
            // biome-ignore lint/suspicious/noArrayIndexKey: one party may have the same spell twice
            key={i}
            span={s.span}
            axis={axis}
            y={BAR + i * SPELL + 4}
            height={SPELL - 8}
          />
        ))}
      </svg>
      {shown.map((s, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={i}
          className="spell"
          style={{ top: BAR + i * SPELL, ...beside(axis.at(s.span.startEarliest)) }}
        >
          {code(held, s.party.entity)} {spellText(s.party.from, s.party.until)}
        </span>
      ))}
      {!open && spells.length > 0 && <span className="sr">{spells.length} spells of parties</span>}
    </span>
  );
}

/** A name stands at the end of the line that has more room. */
const beside = (at: number) => (at > 0.5 ? { right: `${(1 - at) * 100 + 0.5}%` } : { right: '0' });

/** The days that every reading gives, and around them those that some do. */
function Stretch({ span, axis, y, height }: { span: Span; axis: Axis; y: number; height: number }) {
  const rect = (from: string, until: string, thick: number) => (
    <rect
      x={axis.at(from) * WIDTH}
      width={Math.max(3, (axis.end(until) - axis.at(from)) * WIDTH)}
      y={y + (height - thick) / 2}
      height={thick}
    />
  );
  const isSure = !span.uncertain && span.startLatest <= span.endEarliest;
  return (
    <>
      {rect(span.startEarliest, span.endLatest, THIN)}
      {isSure && rect(span.startLatest, span.endEarliest, height)}
    </>
  );
}
