// Gives elements whose claims are judged otherwise their new look in place: nothing moves, and no element is made anew.
import type { Core, SingularElementArgument } from 'cytoscape';
import { isJudgedAlike } from '../drawn.ts';
import { type Appearance, appearanceOf, type Role } from './appearance.ts';
import { looksOtherwise } from './difference.ts';
import type { Reading, Scene } from './reading.ts';

export class Follower {
  private readonly cy: Core;
  private shown: Scene | null = null;
  /** Elements by the claims that they show; made when it is first asked for. */
  private byClaim: Map<string, SingularElementArgument[]> | null = null;

  constructor(cy: Core) {
    this.cy = cy;
  }

  /** The elements were made anew, and show this. */
  reset(scene: Scene): void {
    this.shown = scene;
    this.byClaim = null;
  }

  /** Shows another judgement of the same claims. */
  show(scene: Scene): void {
    for (const _ of this.showing(scene, Number.POSITIVE_INFINITY));
  }

  /**
   * The same, some elements at a time.
   * @returns after each of the times, the elements that have got another look
   */
  *showing(scene: Scene, atOnce: number): Generator<SingularElementArgument[]> {
    const before = this.shown?.byId;
    this.shown = scene;
    const isChanged = (r: Reading) => {
      const was = before?.get(r.id);
      return r !== was && looksOtherwise(r, was);
    };
    const isJudgedOtherwise = (id: string) => {
      const was = before?.get(id)?.claim;
      const now = scene.byId.get(id)?.claim;
      return was === undefined || now === undefined || !isJudgedAlike(was, now);
    };
    const elements = [...new Set(scene.readings.filter(isChanged).flatMap((r) => this.elementsOf(r.id)))];
    while (elements.length > 0) {
      const some = elements.splice(0, atOnce);
      this.cy.batch(() => {
        for (const element of some) dress(element, scene, isJudgedOtherwise);
      });
      yield some;
    }
  }

  private elementsOf(claim: string): SingularElementArgument[] {
    this.byClaim ??= byClaim(this.cy);
    return this.byClaim.get(claim) ?? [];
  }
}

function byClaim(cy: Core): Map<string, SingularElementArgument[]> {
  const found = new Map<string, SingularElementArgument[]>();
  cy.elements('[claims]').forEach((e) => {
    for (const id of e.data('claims') as string[]) {
      const of = found.get(id);
      if (of === undefined) found.set(id, [e as unknown as SingularElementArgument]);
      else of.push(e as unknown as SingularElementArgument);
    }
  });
  return found;
}

function dress(
  element: SingularElementArgument,
  scene: Scene,
  isJudgedOtherwise: (claim: string) => boolean,
): void {
  const ids = element.data('claims') as string[];
  const rs = ids.flatMap((id) => scene.byId.get(id) ?? []);
  const role = element.data('role') as Role | undefined;
  // A ghost keeps its look; a fold counts those of its claims that are none.
  if (role !== undefined && rs.length > 0 && (ids.length > 1 || ids.some(isJudgedOtherwise)))
    element.data(withoutClasses(appearanceOf(rs, role, scene, element.data('members'))));
  element.toggleClass(
    'ghost',
    rs.every((r) => r.claim.ghost),
  );
}

/** What of an appearance goes into an element's data. */
const withoutClasses = ({ classes, ...look }: Appearance) => look;
