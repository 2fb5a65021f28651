// The legs of the picture in small: they are there only while their claim or their state is looked at.
import type { Core } from 'cytoscape';
import { ABSTAIN } from '../../model/claim.ts';
import { legEdge } from './draw.ts';
import type { Reading, Scene } from './reading.ts';

/** More legs than this tell nothing more. */
const MOST = 400;
/** The answer to a question shows its legs where there are no more of them than this. */
const MOST_ANSWERED = 150;

export class Legs {
  private readonly cy: Core;
  private scene: Scene | null = null;
  /** The shape of each claim. */
  private shapes = new Map<string, string>();
  private there = new Set<string>();

  constructor(cy: Core) {
    this.cy = cy;
  }

  /** The elements were made anew. */
  reset(scene: Scene): void {
    this.scene = scene;
    this.there.clear();
    this.shapes = new Map();
    this.cy.nodes('[world][kind="Claim"]').forEach((n) => {
      for (const id of n.data('claims') as string[]) this.shapes.set(id, n.id());
    });
  }

  /** Shows the legs of these claims, and of all shapes those that end at these entities. */
  show(ids: ReadonlySet<string>): void {
    const { cy, scene } = this;
    if (scene === null || (this.shapes.size === 0 && this.there.size === 0)) return;
    const wanted = new Map<string, { r: Reading; entity: string }>();
    const add = (r: Reading, entity: string) => {
      if (wanted.size < MOST) wanted.set(`${r.id}>${entity}`, { r, entity });
    };
    const drawn = scene.readings.filter((r) => this.shapes.has(r.id));
    const answered = scene.kept === null ? [] : drawn.filter((r) => !r.claim.dim);
    if (answered.reduce((sum, r) => sum + r.principals.length, 0) <= MOST_ANSWERED)
      for (const r of answered) for (const id of r.principals) add(r, id);
    if (ids.size > 0)
      for (const r of drawn) for (const id of r.principals) if (ids.has(r.id) || ids.has(id)) add(r, id);
    for (const id of this.there) {
      if (wanted.has(id)) continue;
      cy.getElementById(id).remove();
      this.there.delete(id);
    }
    const fresh = [...wanted].filter(([id]) => !this.there.has(id));
    cy.add(
      fresh
        .filter(([, { entity }]) => cy.getElementById(entity).nonempty())
        .map(([id, { r, entity }]) => {
          this.there.add(id);
          const made = legEdge(r, entity, this.shapes.get(r.id) ?? '', 0, scene, false, endOf(r, entity));
          return { ...made, data: { ...made.data, world: 1 } };
        }),
    );
  }
}

/** Of a claim with sides the largest has plain legs, the others end in bars; who is on none has a thin grey one. */
function endOf(r: Reading, entity: string): string | undefined {
  if (!r.sided) return undefined;
  const sides = new Map<string, number>();
  for (const { side } of r.parties)
    if (side !== null && side !== ABSTAIN) sides.set(side, (sides.get(side) ?? 0) + 1);
  const [largest] = [...sides].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const own = r.parties.find((p) => p.entity === entity)?.side ?? null;
  if (own === null || own === ABSTAIN) return 'context';
  return own === largest?.[0] ? 'actor' : 'mutual';
}
