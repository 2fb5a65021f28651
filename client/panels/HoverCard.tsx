// What an item of the canvas is, beside it, while it is hovered.
import { useStore } from '../store.ts';

/** Room that the card takes, for it must not leave the canvas. */
const WIDTH = 280;
const GAP = 10;

export function HoverCard() {
  const card = useStore((s) => s.scratch.card);
  if (card === null) return null;
  const { box } = card;
  const below = box.y < 220;
  const style = {
    width: WIDTH,
    left: `clamp(8px, ${box.x + box.width / 2 - WIDTH / 2}px, calc(100% - ${WIDTH + 8}px))`,
    top: below ? box.y + box.height + GAP : box.y - GAP,
    transform: below ? undefined : 'translateY(-100%)',
  };
  return (
    <div className="hover-card" style={style} aria-hidden="true">
      <b>{card.title}</b>
      <p>{[card.state, card.numbers].filter((x) => x !== '').join(' · ')}</p>
      <p>{[card.parties, card.others].filter((x) => x !== null && x !== '').join(' ')}</p>
      {card.derived !== null && <p className="muted">{card.derived}</p>}
    </div>
  );
}
