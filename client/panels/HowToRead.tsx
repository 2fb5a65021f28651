// Six small pictures that say how the large one is read, drawn by the same canvas.
import { useEffect, useRef } from 'react';
import { drawMini, howToRead } from '../canvas/mini.ts';
import { useTheme } from '../theme.tsx';

export default function HowToRead() {
  return (
    <div className="minis">
      {howToRead.map((m) => (
        <figure key={m.id}>
          <Mini id={m.id} title={m.title} />
          <figcaption>
            <b>{m.title}</b>
            {m.text}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

function Mini({ id, title }: { id: (typeof howToRead)[number]['id']; title: string }) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  useEffect(() => (box.current === null ? undefined : drawMini(box.current, id, theme)), [id, theme]);
  return <div className="mini" ref={box} role="img" aria-label={title} />;
}
