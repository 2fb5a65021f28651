// The fields: a hull round the states that one claim joins, drawn beside the canvas by bubble sets.
import type { Core, NodeSingular } from 'cytoscape';
import { type BubbleSetPath, BubbleSetsPlugin } from 'cytoscape-bubblesets';
import type { Tone } from './encoding.ts';
import { MANY_FIELDS } from './sets.ts';
import { FIELD_ALPHA, type Theme, tokens } from './tokens.ts';

/** What a leading shape's data say of its field. */
interface FieldData {
  members: string[];
  pad: string | null;
  stands: boolean;
}

/** The outline follows the legs closely and the nodes a little farther off (UX.md section 13). */
const HULL = {
  virtualEdges: false,
  edgeR0: 24,
  edgeR1: 38,
  nodeR0: 18,
  nodeR1: 36,
  maxRoutingIterations: 100,
  morphBuffer: 10,
  pixelGroup: 2,
  throttle: 0,
};

/** The fields of one canvas. */
export class Fields {
  private readonly cy: Core;
  private plugin: BubbleSetsPlugin | null = null;
  private readonly paths = new Map<string, BubbleSetPath>();
  private theme: Theme = 'light';

  constructor(cy: Core) {
    this.cy = cy;
  }

  /**
   * Draws the fields anew after the elements have changed.
   * @param chosen leading claims that are selected, hovered or answered: with many sets only they have a field
   */
  draw(theme: Theme, chosen: ReadonlySet<string>): void {
    this.theme = theme;
    const leads = this.leads();
    const many = leads.length > MANY_FIELDS;
    const wanted = leads.filter(
      (n) => (!many && n.data('world') === undefined) || n.data('field').pad !== null || chosen.has(n.id()),
    );
    const ids = new Set(wanted.map((n) => n.id()));
    for (const [id, path] of this.paths) {
      if (ids.has(id)) continue;
      path.remove();
      this.paths.delete(id);
    }
    for (const lead of wanted) {
      const path = this.paths.get(lead.id());
      if (path === undefined) this.add(lead);
      else this.paint(path, lead);
    }
  }

  /** Takes all fields away, before elements are replaced. */
  clear(): void {
    for (const path of this.paths.values()) path.remove();
    this.paths.clear();
    this.cy.edges('.hull').removeClass('hull');
  }

  /** The outlines as SVG paths in model units, for a picture. */
  outlines(): { d: string; fill: string; stroke: string; dashed: boolean }[] {
    return [...this.paths.values()].map(({ node }) => ({
      d: node.getAttribute('d') ?? '',
      fill: node.style.fill,
      stroke: node.style.stroke,
      dashed: node.style.strokeDasharray !== '',
    }));
  }

  private leads(): NodeSingular[] {
    return this.cy
      .nodes('[field]')
      .toArray()
      .filter((n): n is NodeSingular => n.isNode());
  }

  private add(lead: NodeSingular): void {
    const { members, pad } = lead.data('field') as FieldData;
    const { cy } = this;
    const ids = new Set([lead.id(), ...members, ...(pad === null ? [] : [pad])]);
    const nodes = cy.nodes().filter((n) => ids.has(n.id()));
    const legs = lead
      .connectedEdges('[type="leg"]')
      .filter((e) => members.includes(String(e.data('source'))));
    try {
      const plugin = this.plugin ?? new BubbleSetsPlugin(cy, { interactive: false });
      this.plugin = plugin;
      const path = plugin.addPath(nodes, legs, null, HULL);
      this.paths.set(lead.id(), path);
      this.paint(path, lead);
    } catch {
      // Without a hull the legs are broad: the field is still seen to follow them.
      legs.addClass('hull');
    }
  }

  /** Filled in the leading claim's sign where it stands, else an outline in dashes. */
  private paint(path: BubbleSetPath, lead: NodeSingular): void {
    const t = tokens[this.theme];
    const tone = lead.data('tone') as Tone;
    const stands = tone !== 'absent';
    const { style } = path.node;
    style.stroke = t[tone];
    style.strokeWidth = lead.hasClass('chosen') ? '3' : '1.5';
    style.strokeDasharray = stands ? '' : '6 5';
    style.fill = stands ? t[tone] : 'none';
    style.fillOpacity = String(FIELD_ALPHA);
    style.opacity = lead.hasClass('ghost') || lead.hasClass('dim') ? '0.22' : '1';
  }
}
