// The centre: the canvas with its status line, toolbar, legend and notices. It hands gestures to steps.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { litIn } from '../../model/brought.ts';
import { legendIsOpen } from '../actions.ts';
import { Canvas, type CanvasOptions } from '../canvas/canvas.ts';
import { openExpand } from '../expansion.ts';
import { replace, step } from '../history.ts';
import { isLarge } from '../large.ts';
import type { Mode } from '../mode.ts';
import { reportOf } from '../reports.ts';
import { setStage } from '../stage.ts';
import { move, select, selectAlso } from '../steps.ts';
import { get, scratch, useDrawn, useStore } from '../store.ts';
import { useTheme } from '../theme.tsx';
import { HoverCard } from './HoverCard.tsx';
import { Legend } from './Legend.tsx';
import { Notices } from './Notices.tsx';
import { coversPicture } from './ReportPage.tsx';
import { Report } from './Reports.tsx';
import { roomsOf } from './rooms.ts';
import { Status } from './Status.tsx';
import { Toolbar } from './Toolbar.tsx';

export function Picture({ mode }: { mode: Mode }) {
  const main = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas>(null);
  const only = useStore((s) => s.scratch.only);
  const lit = useStore((s) => s.scratch.lit);
  const changed = useStore((s) => litIn(s.question));
  const report = useStore((s) => reportOf(s.view) !== null);

  useLayoutEffect(() => {
    if (box.current === null) return;
    const made = new Canvas(box.current, {
      select: (ids) => replace(select(...ids)),
      addToSelection: (ids) => replace(selectAlso(ids)),
      clear: () => replace(select()),
      hover: (card) => scratch({ card }),
      expand: (id) => void openExpand(id),
      move: (id, at) => step(move(id, at)),
      fitted: ({ room, outside, small }) => {
        const before = get().scratch;
        if (room !== before.folds || outside !== before.outside || small !== before.small)
          scratch({ folds: room, outside, small });
      },
    });
    canvas.current = made;
    setStage(made);
    return () => {
      setStage(null);
      canvas.current = null;
      made.destroy();
    };
  }, []);

  useEffect(
    () => canvas.current?.light(lit.length > 0 ? lit : (only?.claims ?? changed)),
    [only, lit, changed],
  );

  return (
    <main id="main" ref={main} aria-label="Picture" data-report={report ? '' : undefined}>
      {report && <Report />}
      <div className="picture" inert={report && coversPicture(mode)}>
        <Status />
        <Toolbar mode={mode} />
        <div id="canvas" ref={box} />
        <Drawing main={main} canvas={canvas} narrow={mode === 'narrow'} />
        <HoverCard />
        <Legend />
      </div>
      <Notices />
    </main>
  );
}

interface DrawingProps {
  main: RefObject<HTMLElement | null>;
  canvas: RefObject<Canvas | null>;
  narrow: boolean;
}

/** Draws whenever what is drawn changes. It shows nothing itself, so that a moving handle draws no panel anew. */
function Drawing({ main, canvas, narrow }: DrawingProps) {
  const drawn = useDrawn();
  const view = useStore((s) => s.view);
  const vocabulary = useStore((s) => s.vocabulary);
  const badges = useStore((s) => s.badges);
  const capitals = useStore((s) => s.info?.capitals ?? null);
  const large = useStore(isLarge);
  const open = useStore(legendIsOpen);
  const report = useStore((s) => reportOf(s.view) !== null);
  const isMoving = useStore((s) => s.preview !== null);
  const theme = useTheme();
  const options = useRef<CanvasOptions | null>(null);

  const [size, setSize] = useState(0);
  const isThere = drawn !== null;

  // The legend, the status line and notices grow after the picture, the dock and the sheet leave it more or less: whatever does,
  // the room is measured anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: legend and report come and go
  useEffect(() => {
    if (main.current === null) return;
    const observer = new ResizeObserver(() => {
      const status = main.current?.querySelector<HTMLElement>('#status');
      // Notices stand under the line above the picture, however many rows it has.
      const end = status == null ? 0 : status.offsetTop + status.offsetHeight;
      main.current?.style.setProperty('--status-end', `${end}px`);
      canvas.current?.resize();
      const rooms = main.current === null ? null : JSON.stringify(roomsOf(main.current));
      if (rooms !== JSON.stringify(options.current?.rooms)) setSize((n) => n + 1);
    });
    const floating = main.current.querySelectorAll('#status, #tools, #legend, #report, #notices');
    for (const part of [main.current, ...floating]) observer.observe(part);
    return () => observer.disconnect();
  }, [open, isThere, report]);

  // While a handle moves nothing is fitted anew, and asking for the room would make the browser lay out the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open`, `report` and `size` are read through the page
  useEffect(() => {
    if (drawn === null || canvas.current === null || main.current === null) return;
    if (!isMoving || options.current === null)
      options.current = {
        theme,
        vocabulary,
        narrow,
        beside: report,
        rooms: roomsOf(main.current),
        describedBy: 'dock',
        badges,
        capitals,
        large,
      };
    void canvas.current.draw(drawn, view, options.current);
  }, [drawn, view, theme, vocabulary, narrow, badges, open, report, size, capitals, large]);
  return null;
}
