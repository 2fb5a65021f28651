// The centre: the canvas with its status line, toolbar, legend and notices. It hands gestures to steps.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { legendIsOpen } from '../actions.ts';
import { litIn } from '../brought.ts';
import { Canvas, type CanvasOptions } from '../canvas/canvas.ts';
import { openExpand } from '../expansion.ts';
import { replace, step } from '../history.ts';
import type { Mode } from '../mode.ts';
import { reportOf } from '../reports.ts';
import { setStage } from '../stage.ts';
import { move, select, selectAlso } from '../steps.ts';
import { scratch, useDrawn, useStore } from '../store.ts';
import { useTheme } from '../theme.tsx';
import { HoverCard } from './HoverCard.tsx';
import { Legend } from './Legend.tsx';
import { Notices } from './Notices.tsx';
import { coversPicture } from './ReportPage.tsx';
import { Report } from './Reports.tsx';
import { Status } from './Status.tsx';
import { Toolbar } from './Toolbar.tsx';

/** What the floating panels cover of the canvas, in CSS pixels. */
function insets(main: HTMLElement, narrow: boolean) {
  const height = (id: string) => main.querySelector(`#${id}`)?.clientHeight ?? 0;
  const legend = main.querySelector('#legend');
  const open = legend?.matches('.pill') === false;
  const report = main.querySelector('#report')?.clientWidth ?? 0;
  // One that covers all of it is closed before the picture is seen again.
  const beside = report < main.clientWidth - 1 ? report : 0;
  return {
    top: Math.max(height('status'), height('tools')) + 18,
    right: 16,
    bottom: open ? height('legend') + 26 : narrow ? 58 : 20,
    left: 16 + beside,
  };
}

export function Picture({ mode }: { mode: Mode }) {
  const main = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas>(null);
  const only = useStore((s) => s.scratch.only);
  const lit = useStore((s) => s.scratch.lit);
  const changed = useStore((s) => litIn(s.question));
  const report = useStore((s) => reportOf(s.view) !== null);
  const sheet = useStore((s) => s.scratch.sheet);

  useLayoutEffect(() => {
    if (box.current === null) return;
    const made = new Canvas(box.current, {
      select: (ids) => replace(select(...ids)),
      addToSelection: (ids) => replace(selectAlso(ids)),
      clear: () => replace(select()),
      hover: (card) => scratch({ card }),
      expand: (id) => void openExpand(id),
      move: (id, at) => step(move(id, at)),
    });
    canvas.current = made;
    setStage(made);
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      setStage(null);
      canvas.current = null;
      made.destroy();
    };
  }, []);

  // The bottom sheet leaves more or less of a narrow page to the picture.
  // biome-ignore lint/correctness/useExhaustiveDependencies: fitted again when the sheet has another stop
  useEffect(() => {
    if (mode === 'narrow' && canvas.current?.ready === true) canvas.current.fit();
  }, [sheet]);

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
  const open = useStore(legendIsOpen);
  const report = useStore((s) => reportOf(s.view) !== null);
  const isMoving = useStore((s) => s.preview !== null);
  const theme = useTheme();
  const options = useRef<CanvasOptions | null>(null);

  // The legend's fold changes what it covers, so it is asked for before each drawing. While a handle moves nothing is
  // fitted anew, and asking would make the browser lay out the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` and `report` are read through the page
  useEffect(() => {
    if (drawn === null || canvas.current === null || main.current === null) return;
    if (!isMoving || options.current === null)
      options.current = {
        theme,
        vocabulary,
        narrow,
        insets: insets(main.current, narrow),
        describedBy: 'dock',
        badges,
      };
    void canvas.current.draw(drawn, view, options.current);
  }, [drawn, view, theme, vocabulary, narrow, badges, open, report]);
  return null;
}
