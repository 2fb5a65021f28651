// When the picture is fitted into view: where other things are shown, and where panels leave it other room. A reader who
// has moved the picture keeps it where it is.
import type { Core } from 'cytoscape';
import type { Drawn } from '../../model/drawn.ts';
import type { EntityId } from '../../model/id.ts';
import type { View } from '../../model/view.ts';
import type { Box } from './geometry.ts';
import { fitTold, isToldCut } from './told.ts';
import { fitPicture, isCut, type Room, roomFor, type Shown } from './viewport.ts';

/** What is fitted, and into what. */
export interface Framed {
  drawn: Drawn;
  view: View;
  asked: readonly EntityId[];
  narrow: boolean;
  rooms: readonly Room[];
  /** The map, where very many states are drawn on it. */
  ground: Box | null;
  /** Whether it is a large picture beside a report. */
  told: boolean;
  /** What decides what is fitted into view. */
  frame: string;
}

/** What a fit has come to. */
export interface Fit {
  /** Which of the rooms labels need. */
  room: number;
  /** Entities and claims that lie outside of it. */
  outside: number;
  /** Whether very many states are drawn in small. */
  small: boolean;
}

export class Fitting {
  private readonly cy: Core;
  private readonly report: (fit: Fit) => void;
  private shown: Shown | null = null;

  constructor(cy: Core, report: (fit: Fit) => void) {
    this.cy = cy;
    this.report = report;
  }

  /** Fits after a drawing, where that is called for. */
  follow(now: Framed, before: Framed | null): void {
    if (before === null || before.frame !== now.frame) {
      this.fit(now);
      return;
    }
    const [room] = now.rooms;
    // A step from change to change moves the picture only where it leads out of sight.
    if (now.told && before.drawn.question !== now.drawn.question && room !== undefined && this.stands()) {
      if (isToldCut(this.cy, now.asked, room)) this.fit(now);
      return;
    }
    if (JSON.stringify(before.rooms) === JSON.stringify(now.rooms) || !this.stands()) return;
    // A question only dims: the line above the picture may grow by it, and that alone moves nothing.
    const isAnswer =
      before.drawn.question !== now.drawn.question || before.view.question !== now.view.question;
    if (now.view.draw === 'alignment' && isAnswer && room !== undefined && !isCut(this.cy, room)) return;
    this.fit(now);
  }

  /** Fits; where that stands already and leaves something out, all of the picture. */
  again(now: Framed): void {
    this.fit(now, this.stands() && (this.shown?.outside ?? 0) > 0);
  }

  private fit({ view, asked, narrow, rooms, ground, told }: Framed, all = false): void {
    this.cy.resize();
    const room = roomFor(this.cy, view, asked, narrow, rooms);
    const into = rooms[room];
    if (into === undefined) return;
    const fitted = told && !all ? fitTold(this.cy, asked, into) : null;
    this.shown = fitted ?? fitPicture(this.cy, view, asked, narrow, into, all, ground);
    this.report({ room, outside: this.shown?.outside ?? 0, small: ground !== null });
  }

  /** Whether the picture is still where it was fitted to. */
  private stands(): boolean {
    const { x, y } = this.cy.pan();
    return (
      this.shown === null ||
      (this.cy.zoom() === this.shown.zoom && x === this.shown.pan.x && y === this.shown.pan.y)
    );
  }
}
