// Where a node stands that the view gives no place: other programs would heap all of them on one point, over the picture.

export type Place = readonly [number, number];

/** Radians from one to the next around an anchor, so that any number of them spreads evenly: the golden angle. */
const TURN = Math.PI * (3 - Math.sqrt(5));
/** Between nodes in the rows under the picture, and from the picture to the first; in model units. */
const STEP = 150;

/** Places of all nodes of a file, where the view gives places to some; where it gives none another program lays out. */
export class Spread {
  readonly #given: ReadonlyMap<string, Place>;
  readonly #found = new Map<string, Place>();
  readonly #around = new Map<string, number>();
  readonly #left: number;
  readonly #right: number;
  #row: [number, number];

  /** @param given by business key, in model units */
  constructor(given: ReadonlyMap<string, Place>) {
    this.#given = given;
    const all = [...given.values()];
    this.#left = Math.min(...all.map((p) => p[0]));
    this.#right = Math.max(...all.map((p) => p[0]));
    this.#row = [this.#left, Math.max(...all.map((p) => p[1])) + STEP];
  }

  /**
   * The place that the view gives, or one near the middle of what the node belongs to, or one in rows under the picture.
   * @param anchors what it belongs to, by id; those that have no place are passed over
   * @param distance in model units, of the first that stands there
   * @returns undefined where the view gives no places
   */
  of(id: string, anchors: readonly string[] = [], distance = 0): Place | undefined {
    if (this.#given.size === 0) return undefined;
    const known = this.#given.get(id) ?? this.#found.get(id);
    if (known !== undefined) return known;
    const near = anchors.flatMap((a) =>
      [this.#given.get(a) ?? this.#found.get(a)].filter((p) => p !== undefined),
    );
    const place = near.length === 0 ? this.#next() : this.#beside(near, distance);
    this.#found.set(id, place);
    return place;
  }

  #beside(near: readonly Place[], distance: number): Place {
    const middle = [0, 1].map((axis) => near.reduce((sum, p) => sum + (p[axis] ?? 0), 0) / near.length);
    const [x = 0, y = 0] = middle;
    const key = `${Math.round(x)} ${Math.round(y)} ${distance}`;
    const n = this.#around.get(key) ?? 0;
    this.#around.set(key, n + 1);
    const radius = distance * Math.sqrt(n + 1);
    // The first is above its anchor, where its label is not in the anchor's.
    const angle = n * TURN - Math.PI / 2;
    return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
  }

  #next(): Place {
    const [x, y] = this.#row;
    this.#row = x + STEP > this.#right ? [this.#left, y + STEP] : [x + STEP, y];
    return [x, y];
  }
}
