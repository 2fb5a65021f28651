// The glyph of an entity: a state by its code, a person, a group that stays unnamed, a place, a weapon.
import type { Entity } from '../../model/entity.ts';
import { type Theme, tokens } from './tokens.ts';

const FONT = "'Inter Variable',Inter,system-ui,'Liberation Sans',sans-serif";

/** Two or three letters for an entity: the ISO code of a state, else the initials. */
export function entityCode(entity: Entity): string {
  if (entity.iso3 !== undefined) return entity.iso3;
  if (entity.cowLetters?.[0] !== undefined) return entity.cowLetters[0];
  const words = nameOf(entity).split(/[\s-]+/);
  const initials = words.filter((w) => /^\p{Lu}/u.test(w)).map((w) => w.charAt(0));
  return (initials.length > 0 ? initials.join('') : nameOf(entity)).slice(0, 3).toUpperCase();
}

/** The English name, which every entity has. */
export const nameOf = (entity: Entity): string => entity.names.en ?? entity.id;

interface EntityGlyphOptions {
  theme: Theme;
  /** Width in CSS pixels. */
  size?: number;
  /** With its disc or square, where no node of the canvas draws it. */
  frame?: boolean;
}

/** An entity's glyph as SVG text, in a box of 50 units. */
export function entityGlyph(entity: Entity, { theme, size = 26, frame = false }: EntityGlyphOptions): string {
  const t = tokens[theme];
  const quiet = `fill="none" stroke="${t.absent}" stroke-width="2.4" stroke-linejoin="round"`;
  const disc = (extra: string) =>
    frame ? `<circle cx="25" cy="25" r="23" fill="${t.nodeFill}" stroke-width="2.4" ${extra}/>` : '';
  const svg = (body: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 50 50" aria-hidden="true" focusable="false">${body}</svg>`;
  switch (entity.label) {
    case 'Person':
      return svg(
        `${frame ? `<rect x="3" y="3" width="44" height="44" rx="14" fill="${t.nodeFill}" stroke="${t.ink2}" stroke-width="2.4"/>` : ''}<g fill="none" stroke="${t.ink}" stroke-width="2.6" stroke-linecap="round"><circle cx="25" cy="19" r="6.5"/><path d="M12.9 38.500c1.3-6.8 5.9-10.1 12.1-10.100s10.7 3.3 12.1 10.1"/></g>`,
      );
    case 'Place':
      return svg(
        `<g ${quiet}><path d="M25 40c-7.4-8.8-10.9-13.2-10.9-18.200a10.9 10.9 0 0 1 21.8 0C35.9 26.8 32.4 31.2 25 40Z"/><circle cx="25" cy="21.5" r="3.8"/></g>`,
      );
    case 'Weapon':
      return svg(
        `<g ${quiet}><path d="M25 10c3.8 4.4 5 8.8 5 13.200v10.300H20V23.200c0-4.4 1.2-8.8 5-13.200ZM20 29.400L15.6 36H20M30 29.400L34.4 36H30"/></g>`,
      );
    case 'Group':
      return svg(
        `${disc(`stroke="${t.absent}" stroke-dasharray="5 4"`)}<g ${quiet}><circle cx="19" cy="21" r="7"/><circle cx="31" cy="21" r="7"/><circle cx="25" cy="31" r="7"/></g>`,
      );
    case 'State':
    case 'Organization':
    case 'Thing':
      return svg(
        `${disc(`stroke="${t.ink}"`)}<text x="25" y="29.7" font-family="${FONT}" font-weight="700" font-size="13" letter-spacing=".5" text-anchor="middle" fill="${t.ink}">${entityCode(entity)}</text>`,
      );
  }
}
