// Briefs: the analyst's words apart from what is computed, every number with its source, the same bytes for the same view.
import { describe, expect, test } from 'vitest';
import { FIGURE } from '../../model/figure.ts';
import { defaultLens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import type { Judgement } from '../../model/saved-view.ts';
import { defaultView, type View } from '../../model/view.ts';
import type { Written } from '../../model/written.ts';
import { ask } from '../../server/ask.ts';
import { brief, briefHtml } from '../../server/formats/brief.ts';
import { graph, withGraph } from '../support/graph.ts';
import { withSample } from '../support/sample.ts';

withGraph(withSample);

const view = (question: string, more: Partial<View['lens']> = {}): View => ({
  ...defaultView,
  question,
  filters: { ...noFilters, states: ['state:CHN', 'state:RUS', 'state:PRK'] },
  lens: { ...defaultLens, datasets: ['beijing-2025'], ...more },
});

async function briefs(of: View, written: Written = {}): Promise<{ md: string; html: string }> {
  const { question, filters, options, lens } = of;
  const answer = await ask(graph, { question: question ?? 'around', filters, options, lens });
  return {
    md: brief.compose?.(answer, of, written) ?? '',
    html: briefHtml.compose?.(answer, of, written) ?? '',
  };
}

const judgement: Judgement = {
  text: 'They act side by side where it costs little.',
  likelihood: 'likely',
  confidence: 'moderate',
  because: 'One source alone tells of all three.',
  gaps: 'No text of a treaty of three.',
  signed: 'A. Analyst',
  dated: '2025-09-20',
};

describe('a brief', () => {
  test('tells the answer, the claims, both sides, what was not found, what is covered, the lens and the sources', async () => {
    const { md } = await briefs(view('trilateral', { threshold: 0 }));
    for (const part of [
      '# Trilateral: China, Russia and North Korea',
      '> **Computed by Entente from what sources state; no judgement**',
      'Joint appearance at the Victory Day parade',
      '### Contested and unverified',
      ', denying it (',
      '### Looked for and not found, denied, open',
      'reporting that there is no evidence of it',
      '### What is covered',
      'Confidence at least 0, unknown kept; rule highest',
      '\\[1\\] ',
      'Licence: MIT',
      '`/?q=trilateral&states=CHN,RUS,PRK&dataset=beijing-2025`',
      '```cypher',
      FIGURE,
    ])
      expect(md).toContain(part);
    // Ten claims, one row each.
    expect(md.match(/^\| \*\*.*beijing-2025\//gm)).toHaveLength(10);
    expect(md).not.toContain('## Judgement');
  });

  test('has the same bytes for the same view, and others for another', async () => {
    const one = await briefs(view('joint'));
    expect(await briefs(view('joint'))).toEqual(one);
    expect((await briefs(view('joint', { threshold: 60 }))).md).not.toBe(one.md);
  });

  test("keeps the analyst's judgement apart, and likelihood apart from confidence", async () => {
    const { md, html } = await briefs(view('trilateral'), { title: 'Is it a bloc?', judgement });
    expect(md.indexOf('Judgement')).toBeLessThan(md.indexOf('## Evidence'));
    expect(md).toContain("> **The analyst's own; not computed**");
    const lines = md.split('\n');
    const likely = lines.filter((l) => l.includes('likely'));
    expect(likely).toHaveLength(1);
    expect(likely[0]).not.toMatch(/confidence/i);
    expect(md).toContain('Signed A. Analyst, 2025-09-20.');
    expect(html).toContain('<title>Is it a bloc?</title>');
  });

  test('takes no markup from words', async () => {
    const { md, html } = await briefs(view('trilateral'), {
      notes: '<script>alert(1)</script> | *x* [a](javascript:alert(1)) `b`',
    });
    expect(html).not.toContain('<script>');
    expect(md).not.toContain('<script>');
    expect(md).toContain('\\|');
    expect(md).not.toMatch(/[^\\]\]\(javascript/);
  });

  test.each(['bloc', 'trilateral', 'pairs', 'disputes'])(
    'outside of what is covered nothing is none: %s',
    async (question) => {
      const of = view(question);
      for (const threshold of [0, 100]) {
        const lens = { ...of.lens, threshold, from: '1900-01-01', until: '1900-01-01' };
        const { md } = await briefs({ ...of, lens });
        expect(md).toContain('does not cover this');
        const evidence = md.slice(md.indexOf('## Evidence'), md.indexOf('## Lens'));
        expect(
          evidence.match(
            /.{0,30}\b(none (stands|of)|(?<!that there are )no (claims?(?! joins)|ties?)\b|: none)\b.{0,30}/gi,
          ) ?? [],
        ).toEqual([]);
      }
    },
  );

  test.each(['bloc', 'pairs', 'sides', 'disputes', 'changes'])('is there for %s', async (question) => {
    const of = view(question);
    const { md } = await briefs(
      question === 'changes'
        ? {
            ...of,
            options: { ...of.options, since: '2025-09-02' },
            lens: { ...of.lens, from: '2025-09-03', until: '2025-09-03' },
          }
        : of,
    );
    expect(md).toContain('### The answer in full');
    expect(md).toContain('## Appendix: queries');
  });
});
