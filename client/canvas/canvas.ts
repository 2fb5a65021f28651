// The canvas: owns the Cytoscape instance, draws what is to be drawn, and reports gestures. It is never read back.
import cytoscape, { type Core, type ElementDefinition, type SingularElementArgument } from 'cytoscape';
import type { Drawn } from '../../model/drawn.ts';
import type { View } from '../../model/view.ts';
import { arranged } from './arrange.ts';
import { type Card, spoken, summary, textOf } from './card.ts';
import { frameOf, structureOf } from './difference.ts';
import { elementsOf } from './elements.ts';
import { Fields } from './fields.ts';
import { type Fit, Fitting, type Framed } from './fitting.ts';
import { Follower } from './follow.ts';
import { type CanvasHandlers, listen } from './gestures.ts';
import { Highlight, idsOf } from './highlight.ts';
import { fontsLoaded, Images } from './images.ts';
import { Mirror } from './mirror.ts';
import type { Printed } from './pen.ts';
import { askedNodes, type Scene, type SceneOptions, sceneOf } from './reading.ts';
import { bodyOf, Ring } from './ring.ts';
import { Slices } from './slices.ts';
import { Styling } from './styling.ts';
import type { Theme } from './tokens.ts';
import { zoomTo } from './turn.ts';
import { Elements } from './update.ts';
import type { Room } from './viewport.ts';
import { isWorld } from './world.ts';
import { groundBox } from './world-places.ts';

export interface CanvasOptions extends Omit<SceneOptions, 'opened'> {
  narrow: boolean;
  /** Whether a page beside the picture tells the answer. */
  beside: boolean;
  /** The room of the picture: as it is, and as it would be with ever more panels folded. */
  rooms: readonly Room[];
  /** The id of the table that says the same, for screen readers. */
  describedBy?: string;
}

/** What was drawn last: what a new drawing is compared with. */
interface Last extends Framed {
  options: CanvasOptions;
  scene: Scene;
  /** What decides where everything stands. */
  structure: string;
}

/** With more elements than this the list of them is written when the picture is there. */
const MANY_ELEMENTS = 300;
/** So many elements get another look in one frame while a handle moves. */
const AT_ONCE = 20;

export class Canvas {
  private readonly container: HTMLElement;
  private readonly handlers: CanvasHandlers;
  private readonly cy: Core;
  private readonly elements: Elements;
  private readonly styling: Styling;
  private readonly fields: Fields;
  private readonly highlight: Highlight;
  private readonly mirror: Mirror;
  private readonly ring: Ring;
  private readonly follower: Follower;
  private readonly slices: Slices;
  private readonly fitting: Fitting;
  private readonly stopListening: () => void;
  private readonly opened = new Set<string>();
  private readonly fonts: Promise<unknown>;
  private last: Last | null = null;
  private readonly images: Images;
  private turn = 0;
  private hovered: SingularElementArgument | null = null;

  /** @param container a box with a size of its own */
  constructor(container: HTMLElement, handlers: CanvasHandlers) {
    this.container = container;
    this.handlers = handlers;
    const stage = document.createElement('div');
    Object.assign(stage.style, { position: 'absolute', inset: '0' });
    container.append(stage);
    this.cy = cytoscape({
      container: stage,
      minZoom: 0.05,
      maxZoom: 3,
      autounselectify: true,
      boxSelectionEnabled: true,
      desktopTapThreshold: 3,
    });
    this.elements = new Elements(this.cy);
    this.styling = new Styling(this.cy, () => this.elements.forget());
    this.fields = new Fields(this.cy);
    this.highlight = new Highlight(this.cy);
    this.ring = new Ring(this.cy, container);
    this.follower = new Follower(this.cy);
    this.slices = new Slices(this.cy);
    this.fitting = new Fitting(this.cy, (fit: Fit) => handlers.fitted?.(fit));
    this.images = new Images(this.cy);
    const target = {
      cy: this.cy,
      handlers,
      idsOf,
      open: (e: SingularElementArgument) => this.open(e),
      hover: (e: SingularElementArgument | null) => this.hover(e),
      ring: (e: SingularElementArgument | null) => this.ring.show(e),
      say: (e: SingularElementArgument) => (this.last === null ? '' : spoken(e, this.last.scene)),
    };
    this.stopListening = listen(target);
    this.mirror = new Mirror(container, target);
    this.fonts = fontsLoaded();
  }

  private get ready(): boolean {
    return this.container.dataset.ready === '1';
  }

  /**
   * Draws. Cheap where only the judgement changed: then nothing moves and no element is made anew.
   * @returns when the picture is complete; a drawing that another has overtaken ends without a picture of its own
   */
  async draw(drawn: Drawn, view: View, options: CanvasOptions): Promise<void> {
    const turn = ++this.turn;
    await this.fonts;
    if (turn !== this.turn) return;
    const before = this.last;
    const sceneOptions = { ...options, opened: this.opened };
    const scene = sceneOf(drawn, view, sceneOptions);
    if (before !== null && isMove(before, drawn, view, options)) {
      this.last = { ...before, drawn, scene };
      this.follow(scene);
      // A drawing that this one has overtaken tells nothing.
      if (!this.ready) await this.complete(turn);
      return;
    }
    delete this.container.dataset.ready;
    const structure = structureOf(drawn, view, sceneOptions);
    const isSame = before !== null && before.structure === structure;
    this.slices.stop();
    if (!isSame) {
      const made = elementsOf(scene, view);
      const definitions = view.draw === 'claims' ? await arranged(made) : made;
      if (turn !== this.turn) return;
      this.replace(definitions, options.theme, view.draw === 'alignment' && isWorld(scene));
      this.follower.reset(scene);
      this.highlight.reset(scene);
    } else this.follower.show(scene);
    const { small } = this.styling;
    const told = small && options.beside && drawn.question !== null;
    const frame = frameOf(drawn, view, options.narrow, told, small);
    const { narrow, rooms } = options;
    const ground = small ? groundBox(scene) : null;
    const framed = { frame, asked: askedNodes(scene, view), narrow, rooms, ground, told };
    this.last = { drawn, view, options, scene, structure, ...framed };
    this.container.setAttribute('aria-label', summary(scene, view));
    if (options.describedBy !== undefined)
      this.container.setAttribute('aria-describedby', options.describedBy);
    if (!isSame || view.selection.join() !== before.view.selection.join()) this.select(view.selection);
    else if (before.drawn !== drawn) this.paintFields();
    this.fitting.follow(this.last, before);
    // The list of a large picture takes as long to say as the picture to draw: what is seen comes first.
    if (!isSame && (before === null || this.cy.elements().length < MANY_ELEMENTS)) this.mirror.update();
    else if (before.drawn !== drawn) this.mirror.updateSoon();
    await this.complete(turn);
  }

  /** Tells that the picture is complete, where no other drawing has overtaken it. */
  private async complete(turn: number): Promise<void> {
    await this.images.painted();
    if (turn === this.turn) this.container.dataset.ready = '1';
  }

  /** While a handle moves: only looks change, and nothing is painted that would hold the handle up. */
  private follow(scene: Scene): void {
    this.slices.paint(() => this.following(scene));
    this.mirror.updateSoon();
  }

  private *following(scene: Scene) {
    let hasFields = false;
    for (const changed of this.follower.showing(scene, AT_ONCE)) {
      hasFields ||= changed.some((e) => e.data('field') !== undefined);
      yield;
    }
    if (hasFields) this.paintFields();
  }

  private replace(definitions: ElementDefinition[], theme: Theme, small: boolean): void {
    this.fields.clear();
    this.styling.small = small;
    this.styling.follow(theme);
    this.elements.replace(definitions);
  }

  /** Shows what is selected, and the fields that go with it. */
  select(ids: readonly string[]): void {
    this.highlight.select(ids);
    this.paintFields();
  }

  /** Lights claims or entities: they and their parties stand out, and nothing else changes. */
  light(ids: readonly string[]): void {
    this.highlight.light(ids);
    this.paintFields();
  }

  private paintFields(): void {
    if (this.last === null) return;
    const { view, options } = this.last;
    this.fields.draw(options.theme, this.highlight.fields(view.question !== null));
  }

  /** Fits the picture; where it is fitted already and something lies outside, all of it. */
  fit(): void {
    if (this.last !== null) this.fitting.again(this.last);
  }

  /** Turns to claims or entities of the picture; those that are not in it move nothing. */
  zoomTo(ids: readonly string[]): void {
    const [room] = this.last?.rooms ?? [];
    if (room === undefined) return;
    // What was just selected gets its legs with the next drawing.
    const { legible } = this.styling;
    requestAnimationFrame(() => !this.cy.destroyed() && zoomTo(this.cy, ids, legible, room));
  }

  zoom(by: 1 | -1): void {
    const { cy } = this;
    const level = cy.zoom() * (by === 1 ? 1.25 : 0.8);
    cy.zoom({ level, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  focus(): void {
    this.container.focus();
  }

  resize(): void {
    this.cy.resize();
  }

  /** Before anything is drawn: shapes are drawn line by line, and not kept as what only pixels can be made of. */
  drawByLines(): void {
    this.cy.renderer().path2dEnabled(false);
  }

  /** What a picture is made of: Cytoscape's own, and the fields that stand beside it. */
  print(): Printed {
    const { cy } = this;
    // A picture may be made before any frame was painted, and a label has its place only from then on.
    cy.renderer().recalculateRenderedStyle(cy.elements());
    return {
      zoom: cy.zoom(),
      pan: cy.pan(),
      outlines: this.fields.outlines(),
      image: async (scale) => createImageBitmap(await cy.png({ output: 'blob-promise', full: false, scale })),
      into(context) {
        const renderer = cy.renderer();
        renderer.drawElements(context, renderer.getCachedZSortedEles());
      },
    };
  }

  destroy(): void {
    this.turn++;
    this.slices.stop();
    this.stopListening();
    this.mirror.destroy();
    this.ring.destroy();
    this.fields.clear();
    this.cy.destroy();
    this.container.replaceChildren();
    delete this.container.dataset.ready;
  }

  private open(element: SingularElementArgument): boolean {
    const pair = element.data('opens');
    if (typeof pair !== 'string' || this.last === null) return false;
    this.opened.add(pair);
    const { drawn, view, options } = this.last;
    void this.draw(drawn, view, options);
    return true;
  }

  private hover(element: SingularElementArgument | null): void {
    if (element === null && this.hovered === null) return;
    this.hovered = element;
    this.highlight.hover(element);
    this.paintFields();
    if (element === null) {
      this.handlers.hover(null);
      return;
    }
    const card = this.cardOf(element);
    if (card !== null) this.handlers.hover(card);
  }

  private cardOf(element: SingularElementArgument): Card | null {
    const text = this.last === null ? null : textOf(element, this.last.scene);
    if (text === null) return null;
    const { x, y, width, height } = bodyOf(element);
    const zoom = this.cy.zoom();
    const pan = this.cy.pan();
    const left = (x - width / 2) * zoom + pan.x;
    const top = (y - height / 2) * zoom + pan.y;
    return { ...text, box: { x: left, y: top, width: width * zoom, height: height * zoom } };
  }
}

/** Whether nothing but the judgement has changed, as with every move of a handle. */
const isMove = (before: Last, drawn: Drawn, view: View, options: CanvasOptions): boolean =>
  before.view === view &&
  before.drawn.picture === drawn.picture &&
  before.drawn.question === drawn.question &&
  before.options === options;
