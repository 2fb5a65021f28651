// A saved view: an address under a name, with the analyst's notes and judgement, and what it was made on.
import * as z from 'zod';
import { fromSearch } from './address.ts';
import { Confidence } from './confidence.ts';
import { ClaimId, DatasetId, LoadId } from './id.ts';
import { states } from './judge.ts';
import { Day } from './time.ts';
import { SavedViewId, type View } from './view.ts';

/** The words of ICD 203 (2015) for how likely something is, with the chances in per cent that they stand for. */
export const likelihoods = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
} as const;
export type Likelihood = keyof typeof likelihoods;
const Likelihood = z.enum(Object.keys(likelihoods) as [Likelihood, ...Likelihood[]]);

/** Confidence in a judgement, which ICD 203 keeps apart from how likely it is. */
export const confidences = ['low', 'moderate', 'high'] as const;

const Text = z.string().trim().min(1).max(8000);

/** What the analyst concludes. Written and signed by a person; nothing of it is ever computed. */
export const Judgement = z.strictObject({
  text: Text.describe('The judgement in words.'),
  likelihood: Likelihood.optional().describe('How likely it is, in a word of ICD 203.'),
  confidence: z.enum(confidences).optional().describe('How much is behind the judgement.'),
  because: Text.optional().describe('What that confidence rests on, in a sentence of its own.'),
  assumptions: Text.optional(),
  gaps: Text.optional().describe('What is not known and would matter.'),
  dissent: Text.optional().describe('Who sees it otherwise, and how.'),
  signed: z.string().trim().min(1).max(200).describe('Who judges.'),
  dated: Day,
});
export type Judgement = z.infer<typeof Judgement>;

/** A claim as it was judged when a view was saved. */
export const Verdict = z.strictObject({
  state: z.enum(states).nullable(),
  for: Confidence,
  against: Confidence,
  stands: z.boolean(),
  /** Hash of the claim as it is stored: its title, kinds, time and parties. */
  hash: z.string().max(80),
  /** Hash of its statements, whether they count or not. */
  said: z.string().max(80),
});
export type Verdict = z.infer<typeof Verdict>;

/** So many claims of its answer are kept with a view at most. */
export const MOST_KEPT = 5000;

/** What a view was made on: the loads that were current, and what its answer said of each claim. */
export const Made = z.strictObject({
  loads: z.record(DatasetId, LoadId),
  of: z.int().min(0).describe('How many claims the answer had.'),
  claims: z
    .record(ClaimId, Verdict)
    .refine((all) => Object.keys(all).length <= MOST_KEPT, `at most ${MOST_KEPT} claims are kept`),
});
export type Made = z.infer<typeof Made>;

/** The longest picture that is kept with a view, in characters. */
export const LONGEST_THUMBNAIL = 200_000;
const Thumbnail = z
  .string()
  .max(LONGEST_THUMBNAIL)
  .regex(
    /^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/,
    'write a data URI of a PNG or an SVG in base64',
  );

/** The address of a page without its places, which a view keeps apart; and no other saved view. */
const Address = z
  .string()
  .max(8000)
  .superRefine((text, context) => {
    const { view, errors } = fromSearch(text);
    for (const e of errors) context.addIssue({ code: 'custom', message: `${e.pointer}: ${e.detail}` });
    if (view.saved !== null)
      context.addIssue({ code: 'custom', message: 'saved: a saved view cannot lead to another one' });
    if (Object.keys(view.moved).length > 0)
      context.addIssue({ code: 'custom', message: 'at: places are kept under places' });
  });

export const SavedView = z.strictObject({
  type: z.literal('view'),
  id: SavedViewId,
  title: z.string().trim().min(1).max(200),
  address: Address.describe('View, lens, question and selection, as the address of the page has them.'),
  places: z
    .record(z.string().min(1).max(400), z.tuple([z.number(), z.number()]))
    .refine((all) => Object.keys(all).length <= 5000, 'at most 5000 places are kept')
    .describe('Places of what was moved by hand, by business key.'),
  notes: z.string().max(40_000).optional(),
  judgement: Judgement.optional(),
  thumbnail: Thumbnail.optional(),
  made: Made,
  created: Day,
  changed: Day,
});
export type SavedView = z.infer<typeof SavedView>;

/** `PUT /api/views/:id`: what is saved under an id. What it is made on is read from the graph where it is not said. */
export const ViewDraft = SavedView.omit({ type: true, id: true, created: true, changed: true }).extend({
  made: Made.optional(),
});
export type ViewDraft = z.infer<typeof ViewDraft>;

/** A saved view as it is listed: without the claims it was made on. */
export const ListedView = SavedView.extend({ made: Made.omit({ claims: true }) });
export type ListedView = z.infer<typeof ListedView>;

/** `GET /api/views` */
export const Views = z.object({ views: z.array(ListedView) });
export type Views = z.infer<typeof Views>;

/** `DELETE /api/views/:id` */
export const Removed = z.object({ detail: z.string().describe('What was done, in a sentence.') });

/**
 * What can have happened to a claim since a view was saved: it came into the answer, or left it and is still in the
 * graph, or is gone from the graph; its state or standing turned; a number went up, down, was given or is not known any
 * more; it is written otherwise; other statements are about it.
 */
const happened = [
  'new',
  'left',
  'gone',
  'turned',
  'raised',
  'lowered',
  'graded',
  'ungraded',
  'rewritten',
  'other-statements',
] as const;
export type Happened = (typeof happened)[number];

export const ViewChange = z.object({
  claim: ClaimId,
  /** Null where the graph holds it no more. */
  title: z.string().nullable(),
  what: z.array(z.enum(happened)).min(1),
  before: Verdict.nullable(),
  now: Verdict.nullable(),
});
export type ViewChange = z.infer<typeof ViewChange>;

/** `GET /api/views/:id/changes` */
export const ViewChanges = z.object({
  view: SavedViewId,
  datasets: z
    .array(z.object({ dataset: DatasetId, before: LoadId.nullable(), now: LoadId.nullable() }))
    .describe('Data sets whose load is another one than that on which the view was made.'),
  changes: z.array(ViewChange),
  compared: z.int().describe('Of how many claims of the answer then it is known what was said of them.'),
  of: z.int().describe('How many claims the answer had then.'),
});
export type ViewChanges = z.infer<typeof ViewChanges>;

/**
 * The view that a saved one opens.
 * @param base what is not in its address
 */
export function viewOf(saved: Pick<SavedView, 'id' | 'address' | 'places'>, base?: View): View {
  return { ...fromSearch(saved.address, base).view, moved: saved.places, saved: saved.id };
}

/** What happened to a claim between two verdicts; nothing where they say the same. */
export function happenedTo(before: Verdict | null, now: Verdict | null): Happened[] {
  if (before === null) return now === null ? [] : ['new'];
  if (now === null) return ['left'];
  const turned = before.state !== now.state || before.stands !== now.stands;
  const numbers = (['for', 'against'] as const).map((side) => moved(before[side], now[side]));
  return [
    ...(turned ? (['turned'] as const) : []),
    ...(['raised', 'lowered', 'graded', 'ungraded'] as const).filter((what) => numbers.includes(what)),
    ...(before.hash === now.hash ? [] : (['rewritten'] as const)),
    ...(before.said === now.said ? [] : (['other-statements'] as const)),
  ];
}

function moved(before: Confidence, now: Confidence): Happened | null {
  if (before === now) return null;
  if (before === null) return 'graded';
  if (now === null) return 'ungraded';
  return now > before ? 'raised' : 'lowered';
}

/** An id for a title: lower case, hyphens, no more than 60 characters; `view` where nothing of it can be written so. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'view' : slug;
}

/** The id that a new view gets: the slug of its title, with a number where that is taken. */
export function freeId(title: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  const slug = slugOf(title);
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!all.has(id)) return id;
  }
}
