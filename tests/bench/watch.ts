// What a page tells of its canvas while it is measured.

/** What the page tells; Cytoscape leaves its instance at its container. */
export interface Bench {
  frames: number[];
  ghosts: number[];
  values: number[];
  /** Where the canvas was looked at, frame by frame. */
  views: string[];
  /** The claims of every element, and those of ghosts. */
  elements(): { all: number; claims: string[][]; ghosts: string[][] };
  /** Milliseconds from now until these claims and no ghosts are on the canvas, and painted. */
  until(claims: string[]): Promise<number>;
  /** The same from the next press of a button or key on. */
  sinceInput(claims: string[]): Promise<number>;
}
// As text: what runs in the page must not lean on what a compiler adds here.
export const WATCH = `{
  const cy = () => document.querySelector('#canvas > div')._cyreg.cy;
  const claimsOf = (list) => list.map((e) => e.data('claims'));
  window.bench = {
    frames: [],
    ghosts: [],
    values: [],
    views: [],
    elements: () => ({
      all: cy().elements().length,
      claims: claimsOf(cy().elements('[claims]')),
      ghosts: claimsOf(cy().elements('[claims].ghost')),
    }),
    sinceInput(claims) {
      return new Promise((resolve) => {
        const begin = () => {
          removeEventListener('pointerup', begin, true);
          bench.until(claims).then(resolve);
        };
        addEventListener('pointerup', begin, true);
      });
    },
    until(claims) {
      const began = performance.now();
      const wanted = [...claims].sort().join();
      const isThere = () =>
        cy().elements('.ghost').empty() &&
        [...new Set(claimsOf(cy().elements('[claims]')).flat())].sort().join() === wanted;
      return new Promise((resolve) => {
        const painted = () => requestAnimationFrame(() => resolve(performance.now() - began));
        const look = () => requestAnimationFrame(isThere() ? painted : look);
        look();
      });
    },
  };
  addEventListener('input', (e) => bench.values.push(e.target.valueAsNumber), true);
  let last = performance.now();
  const tick = (now) => {
    bench.frames.push(now - last);
    last = now;
    bench.views.push(cy().zoom() + ' ' + cy().pan().x);
    if (bench.frames.length % 3 === 0) bench.ghosts.push(cy().elements('.ghost').length);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}`;
