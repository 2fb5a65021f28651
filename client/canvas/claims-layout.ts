// Places of the claims view: the best of several seeded runs of fcose, by crossings and by what lies on something else.
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { type Box, boxAt, cross, grow, offSegment, type Point, seeded, shared } from './geometry.ts';

cytoscape.use(fcose);

/** What a run needs of a node: its size with its name, and its place where that is fixed. */
interface LayoutNode {
  id: string;
  size: number;
  width: number;
  height: number;
  fixed: Point | null;
}

/** Places by node. */
export type Places = Record<string, [number, number]>;

interface LayoutEdge {
  source: string;
  target: string;
  /** Shorter lines for who represents a state. */
  short: boolean;
}

export interface LayoutTask {
  nodes: LayoutNode[];
  edges: LayoutEdge[];
}

const RUNS = 12;
/** Above so many nodes a single run has to do, above the second number a draft of one. */
const FEW_RUNS = 250;
const DRAFT = 1200;

/** The places of all nodes; the same task gives the same places. */
export function arrange(task: LayoutTask): Places {
  const cy = build(task);
  const n = task.nodes.length;
  const runs = n > FEW_RUNS ? 1 : RUNS;
  let best: Places = {};
  let least = Number.POSITIVE_INFINITY;
  for (let seed = 1; seed <= runs; seed++) {
    withSeed(seed, () => run(cy, task, n > DRAFT ? 'draft' : 'proof'));
    const places = separated(read(cy), task);
    const sum = runs === 1 ? 0 : score(places, task);
    if (sum < least) {
      least = sum;
      best = places;
    }
  }
  cy.destroy();
  return rounded(best);
}

const rounded = (places: Places): Places =>
  Object.fromEntries(Object.entries(places).map(([id, [x, y]]) => [id, [Math.round(x), Math.round(y)]]));

function build({ nodes, edges }: LayoutTask): cytoscape.Core {
  return cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)' } }],
    elements: [
      ...nodes.map(({ id, width, height, fixed }) => ({
        data: { id, width, height },
        position: fixed === null ? { x: 0, y: 0 } : { ...fixed },
      })),
      ...edges.map(({ source, target, short }, i) => ({ data: { id: `${i}`, source, target, short } })),
    ],
  });
}

function run(cy: cytoscape.Core, task: LayoutTask, quality: 'draft' | 'proof'): void {
  cy.layout(
    fcoseOptions({
      randomize: true,
      quality,
      nodeRepulsion: 22000,
      idealEdgeLength: (edge) => (edge.data('short') === true ? 70 : 105),
      edgeElasticity: 0.35,
      gravity: 0.05,
      nodeSeparation: 90,
      numIter: 3500,
      fixedNodeConstraint: task.nodes.flatMap(({ id, fixed }) =>
        fixed === null ? [] : [{ nodeId: id, position: { ...fixed } }],
      ),
    }),
  ).run();
}

function read(cy: cytoscape.Core): Places {
  return Object.fromEntries(
    cy.nodes().map((n): [string, [number, number]] => {
      const { x, y } = n.position();
      return [n.id(), [Math.round(x), Math.round(y)]];
    }),
  );
}

/** Moves what is free off the names and shapes that it lies on, to the nearest place where there is room. */
function separated(places: Places, { nodes }: LayoutTask): Places {
  const boxes = new Map(nodes.map((n) => [n.id, boxOf(n, pointOf(places, n.id))]));
  for (const n of nodes) {
    if (n.fixed !== null) continue;
    boxes.delete(n.id);
    const others = [...boxes.values()];
    const at = nearestFree(n, pointOf(places, n.id), others);
    places[n.id] = [at.x, at.y];
    boxes.set(n.id, boxOf(n, at));
  }
  return places;
}

function nearestFree(n: LayoutNode, start: Point, others: readonly Box[]): Point {
  const isFree = (p: Point) => {
    const box = grow(boxOf(n, p), 4);
    return others.every((o) => shared(box, o) === 0);
  };
  for (let radius = 0; radius <= 600; radius += 25) {
    const steps = Math.max(1, Math.round(radius / 8));
    for (let k = 0; k < steps; k++) {
      const angle = (k / steps) * 2 * Math.PI;
      const p = { x: start.x + Math.cos(angle) * radius, y: start.y + Math.sin(angle) * radius };
      if (isFree(p)) return p;
    }
  }
  return start;
}

const pointOf = (places: Places, id: string): Point => {
  const [x, y] = places[id] ?? [0, 0];
  return { x, y };
};

/** A name hangs below its shape. */
const boxOf = (n: LayoutNode, p: Point): Box => boxAt(p.x, p.y + (n.height - n.size) / 2, n.width, n.height);

/** Crossings of lines, boxes that lie on one another, and lines that run through a shape. */
function score(places: Places, { nodes, edges }: LayoutTask): number {
  const at = (id: string) => pointOf(places, id);
  const lines = edges.map((e) => ({ ...e, a: at(e.source), b: at(e.target) }));
  let sum = 0;
  for (const [i, e] of lines.entries())
    for (const f of lines.slice(i + 1)) {
      const meets =
        e.source === f.source || e.source === f.target || e.target === f.source || e.target === f.target;
      if (!meets && cross(e.a, e.b, f.a, f.b)) sum += 9;
    }
  const boxes = nodes.map((n) => {
    const p = at(n.id);
    return { id: n.id, p, box: boxOf(n, p) };
  });
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const area = shared(a.box, b.box);
      if (area > 0) sum += 4 + area / 300;
    }
  for (const e of lines)
    for (const n of boxes) {
      if (n.id === e.source || n.id === e.target) continue;
      const off = offSegment({ x: n.p.x, y: n.p.y + 8 }, e.a, e.b);
      if (off < 34) sum += (34 - off) / 6;
    }
  return sum;
}

/** What fcose takes; Cytoscape's own types do not know the extension. */
interface FcoseOptions {
  randomize: boolean;
  quality: 'draft' | 'default' | 'proof';
  nodeRepulsion: number;
  idealEdgeLength: number | ((edge: cytoscape.EdgeSingular) => number);
  edgeElasticity: number;
  gravity: number;
  numIter: number;
  nodeSeparation?: number;
  fixedNodeConstraint: { nodeId: string; position: Point }[];
}

const fcoseOptions = (options: FcoseOptions): cytoscape.LayoutOptions =>
  ({
    name: 'fcose',
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: false,
    packComponents: false,
    ...options,
    // An empty list of constraints is not the same as none.
    fixedNodeConstraint: options.fixedNodeConstraint.length === 0 ? undefined : options.fixedNodeConstraint,
  }) as cytoscape.LayoutOptions;

/** fcose draws its randomness from Math.random; while it runs that is a seeded one. */
function withSeed(seed: number, run: () => void): void {
  const { random } = Math;
  Math.random = seeded(seed * 7919);
  try {
    run();
  } finally {
    Math.random = random;
  }
}
