// The table under the picture: the same claims, entities and statements, in step with the selection.
import { Tabs } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Drawn, DrawnClaim } from '../../model/drawn.ts';
import { act, dockIsOpen } from '../actions.ts';
import { Icon } from '../icons.tsx';
import type { Mode } from '../mode.ts';
import { type Only, scratch, type Tab, useRested, useStore } from '../store.ts';
import { keepAlike, present } from '../tally.ts';
import { EntityTable } from './EntityTable.tsx';
import { useEmpty } from './NoAnswer.tsx';
import { useOneByOne } from './Tally.tsx';
import { TimelineTable } from './Timeline.tsx';
import { ClaimTable, DisputeTable, entitiesOf, isDispute, StatementTable } from './tables.tsx';

const LOW = 96;
const STEP = 24;
/** The picture keeps at least this much. */
const KEEP = 260;

export function Dock({ mode }: { mode: Mode }) {
  const open = useStore(dockIsOpen);
  const height = useStore((s) => s.scratch.dockHeight);
  const tab = useStore((s) => s.scratch.tab);
  const only = useStore((s) => s.scratch.only);
  // In pieces, so that many rows never hold up a handle that moves on.
  const drawn = useDeferredValue(useRested());
  const shown = useRef<ReadonlyMap<string, DrawnClaim>>(new Map());
  const claims = useMemo(() => keepAlike(shown.current, rowsOf(drawn, only)), [drawn, only]);
  useEffect(() => {
    shown.current = new Map(claims.map((c) => [c.claim.id, c]));
  }, [claims]);
  const empty = useEmpty();
  const oneByOne = useOneByOne();
  if (mode === 'narrow' && !open) return <section id="dock" hidden />;
  const counts: Record<Tab, [label: string, n: number]> = {
    claims: ['Claims', claims.length],
    entities: ['Entities', entitiesOf(claims).length],
    statements: ['Statements', claims.flatMap((c) => c.statements).length],
    disputes: ['Disputes', claims.filter(isDispute).length],
    timeline: ['Timeline', claims.filter((c) => c.claim.when !== undefined).length],
  };
  return (
    <section
      id="dock"
      aria-label="Table of what is in the picture"
      tabIndex={-1}
      style={open && mode !== 'narrow' ? { height } : undefined}
    >
      {open && mode !== 'narrow' && <Resizer height={height} />}
      <Tabs
        value={tab}
        onChange={(value) => scratch({ tab: value as Tab, dock: true, allRows: false })}
        keepMounted={false}
        variant="none"
        className="tabs"
      >
        <div className="dock-head">
          <Tabs.List aria-label="Table">
            {(Object.keys(counts) as Tab[]).map((t) => (
              <Tabs.Tab key={t} value={t}>
                {counts[t][0]} {drawn !== null && <em>{counts[t][1].toLocaleString('en')}</em>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {only !== null && (
            <span className="chip">
              {only.label}
              <button
                type="button"
                aria-label={`Show all, not only ${only.label}`}
                onClick={() => scratch({ only: null })}
              >
                <Icon name="close" size={12} />
              </button>
            </span>
          )}
          <span className="in-step muted">{oneByOne ?? 'In step with the picture'}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={open ? 'Fold the table' : 'Open the table'}
            aria-expanded={open}
            onClick={() => act('table')}
          >
            <Icon name={mode === 'narrow' ? 'close' : open ? 'down' : 'up'} />
          </button>
        </div>
        {open && drawn !== null && (
          <>
            <Tabs.Panel value="claims">
              <ClaimTable claims={claims} empty={empty} />
            </Tabs.Panel>
            <Tabs.Panel value="entities">
              <EntityTable claims={claims} />
            </Tabs.Panel>
            <Tabs.Panel value="statements">
              <StatementTable claims={claims} />
            </Tabs.Panel>
            <Tabs.Panel value="disputes">
              <DisputeTable claims={claims} />
            </Tabs.Panel>
            <Tabs.Panel value="timeline">
              <TimelineTable claims={claims} />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </section>
  );
}

/** What the table lists: the answer, or what a part of the status line narrowed it to. */
function rowsOf(drawn: Drawn | null, only: Only | null) {
  const claims = drawn?.claims ?? [];
  return only === null
    ? present(claims).filter((c) => !c.dim)
    : claims.filter((c) => only.claims.includes(c.claim.id));
}

/** The upper edge, moved by pointer or by arrows. */
function Resizer({ height }: { height: number }) {
  const from = useRef<{ y: number; height: number } | null>(null);
  const most = Math.max(LOW, innerHeight - KEEP);
  const to = (next: number) => scratch({ dockHeight: Math.round(Math.max(LOW, Math.min(most, next))) });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    to(height + by);
  };
  const onPointerDown = (event: PointerEvent) => {
    from.current = { y: event.clientY, height };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this separator can
    <div
      className="resizer"
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the table"
      aria-valuenow={height}
      aria-valuemin={LOW}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (from.current !== null) to(from.current.height + from.current.y - event.clientY);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
