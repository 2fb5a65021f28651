// The plain pages that the server writes itself: no script, no address of another site, readable without either.
import { escapeHtml } from '../../model/escape.ts';

const style = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
  code, pre { font: 14px/1.45 ui-monospace, monospace; }
  pre { overflow: auto; padding: .75rem; border: 1px solid #8886; border-radius: 6px; max-height: 32rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; }
  details { margin: .5rem 0; } summary { cursor: pointer; }
`;

/** A whole page. @param body HTML, already escaped */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} – Entente</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head><body><main>${body}</main></body></html>`;
}
