// What stands at the head of a file with graphs of other programs, for Entente alone: their data sets, so that they come
// back as the same.
import { asciiJson } from './columns.ts';
import type { PlainPlan } from './plain-elements.ts';

/** The value of the mark of what is in the form of claims. */
export const FORM_VALUE = 'claims';

/** The data sets with what sources they have beside their files, and whether ids are those of the file that came in. */
export const oursOf = ({ graphs, pure, sources }: PlainPlan) => ({
  pure,
  datasets: [...graphs.values()].map((g) => g.dataset),
  sources: [...sources.values()],
});

/** The same as an instruction of XML, which other readers pass over. */
export const headOfPlain = (plan: PlainPlan): string =>
  `<?entente ${asciiJson(oursOf(plan)).replaceAll('>', '\\u003e')}?>`;
