// Asks the worker for places of the claims view and remembers them, so that going back to a picture is at once.
import type { ElementDefinition } from 'cytoscape';
import type { LayoutTask, Places } from './claims-layout.ts';
import type { Point } from './geometry.ts';
import { FONT, WRAP } from './sizes.ts';
import { textBox, wrap } from './text.ts';

const MOST_KEPT = 20;
const kept = new Map<string, Promise<Places>>();
let worker: Worker | null = null;
let next = 1;
const waiting = new Map<number, (places: Places) => void>();

/**
 * Gives every node of the claims view its place; fixed ones keep theirs.
 * @returns the same elements, with positions
 */
export async function arranged(definitions: ElementDefinition[]): Promise<ElementDefinition[]> {
  const task = taskOf(definitions);
  if (task.nodes.every((n) => n.fixed !== null)) return definitions;
  const key = JSON.stringify(task);
  let places = kept.get(key);
  if (places === undefined) {
    places = ask(task);
    kept.set(key, places);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }
  const found = await places;
  return definitions.map((d) => {
    const place = found[String(d.data.id)];
    if (d.group === 'edges' || d.data.fixed === true || place === undefined) return d;
    return { ...d, position: { x: place[0], y: place[1] } };
  });
}

function ask(task: LayoutTask): Promise<Places> {
  worker ??= started();
  const id = next++;
  worker.postMessage({ id, task });
  return new Promise((resolve) => waiting.set(id, resolve));
}

function started(): Worker {
  const made = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<{ id: number; places: Places }>) => {
    waiting.get(data.id)?.(data.places);
    waiting.delete(data.id);
  };
  return made;
}

/** What a layout run needs of the elements. */
export function taskOf(definitions: readonly ElementDefinition[]): LayoutTask {
  const nodes = definitions.filter((d) => d.group === 'nodes');
  return {
    nodes: nodes.map(({ data, position }) => {
      const claim = data.kind === 'Claim';
      const font = claim ? FONT.claim : data.kind === 'Person' ? FONT.person : FONT.state;
      const label = wrap(String(data.label ?? ''), font, claim ? WRAP.claim : WRAP.entity);
      const box = textBox(label, font);
      const size = Number(data.size);
      return {
        id: String(data.id),
        size,
        width: Math.round(Math.max(size, box.width)),
        height: Math.round(size + (claim ? 22 : 7) + box.height),
        fixed: data.fixed === true && position !== undefined ? rounded(position) : null,
      };
    }),
    edges: definitions
      .filter((d) => d.group === 'edges')
      .map(({ data }) => ({
        source: String(data.source),
        target: String(data.target),
        short: data.type === 'represents',
      })),
  };
}

const rounded = (p: Point): Point => ({ x: Math.round(p.x), y: Math.round(p.y) });
