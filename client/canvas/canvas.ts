// The canvas: owns the Cytoscape instance, draws what is to be drawn, and reports gestures. It is never read back.
import cytoscape, { type Core, type ElementDefinition, type SingularElementArgument } from 'cytoscape';
import type { View } from '../../model/view.ts';
import type { Drawn } from '../drawn.ts';
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
import { askedNodes, type Scene, type SceneOptions, sceneOf } from './reading.ts';
import { bodyOf, Ring } from './ring.ts';
import { BRIEF_BELOW } from './sizes.ts';
import { Slices } from './slices.ts';
import { stylesheet } from './style.ts';
import type { Theme } from './tokens.ts';
import { zoomTo } from './turn.ts';
import { replaceElements } from './update.ts';
import type { Room } from './viewport.ts';
import { isWorld, WORLD_BRIEF_BELOW } from './world.ts';
import { groundBox } from './world-places.ts';

export interface CanvasOptions extends Omit<SceneOptions, 'opened'> {
  narrow: boolean;
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
  private styled: { theme: Theme; brief: boolean } = { theme: 'light', brief: false };
  /** Whether very many states are drawn in small. */
  private small = false;
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
      style: stylesheet('light', false),
      minZoom: 0.1,
      maxZoom: 3,
      autounselectify: true,
      boxSelectionEnabled: true,
      desktopTapThreshold: 3,
    });
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
    this.cy.on('zoom', () => this.restyle());
    this.fonts = fontsLoaded();
  }

  get ready(): boolean {
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
      return;
    }
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
    const frame = frameOf(drawn, view, options.narrow);
    const { narrow, rooms } = options;
    const ground = this.small ? groundBox(scene) : null;
    const framed = { frame, asked: askedNodes(scene, view), narrow, rooms, ground };
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
    this.small = small;
    this.restyle(theme);
    replaceElements(this.cy, definitions);
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
    const legible = this.small ? WORLD_BRIEF_BELOW : BRIEF_BELOW;
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

  /** What a picture is made of: Cytoscape's own, and the fields that stand beside it. */
  async print(scale: number) {
    const { cy } = this;
    const blob = await cy.png({ output: 'blob-promise', full: false, scale });
    return {
      image: await createImageBitmap(blob),
      outlines: this.fields.outlines(),
      zoom: cy.zoom(),
      pan: cy.pan(),
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

  /** Swaps the stylesheet where the theme changes, or where labels have to shorten. */
  private restyle(theme: Theme = this.last?.options.theme ?? 'light'): void {
    const brief = this.cy.zoom() < (this.small ? WORLD_BRIEF_BELOW : BRIEF_BELOW);
    if (brief === this.styled.brief && theme === this.styled.theme) return;
    this.styled = { brief, theme };
    this.cy.style(stylesheet(theme, brief));
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
