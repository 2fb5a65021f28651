// A claim's or an entity's glyph beside text that says the same, so it is silent for readers.
import type { JudgedClaim } from '../../model/answer.ts';
import type { Entity } from '../../model/entity.ts';
import { entityGlyph } from '../canvas/entity-glyph.ts';
import { glyph, type Shape, shapeOf } from '../canvas/glyph.ts';
import { isForced, type Theme } from '../canvas/tokens.ts';
import { useTheme } from '../theme.tsx';

/** An SVG text as an image: a policy without inline markup allows that. */
export function Drawing({ svg, width }: { svg: string; width: number }) {
  return <img className="glyph" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} width={width} alt="" />;
}

interface Props {
  size: number;
  bar?: boolean;
  /** Where it lies on ink, as in a selected row, it is drawn for the other theme. */
  inverted?: boolean;
}

const turned = (theme: Theme): Theme =>
  isForced(theme) ? 'forced-selected' : theme === 'dark' ? 'light' : 'dark';

export function ShapeGlyph({ shape, size, bar = false, inverted = false }: Props & { shape: Shape }) {
  const theme = useTheme();
  return <Drawing svg={glyph(shape, { theme: inverted ? turned(theme) : theme, size, bar })} width={size} />;
}

export function ClaimGlyph({ claim, ...props }: Props & { claim: JudgedClaim }) {
  return <ShapeGlyph shape={shapeOf(claim)} {...props} />;
}

export function EntityGlyph({ entity, size, inverted = false }: Props & { entity: Entity }) {
  const theme = useTheme();
  const svg = entityGlyph(entity, { theme: inverted ? turned(theme) : theme, size, frame: true });
  return <Drawing svg={svg} width={size} />;
}
