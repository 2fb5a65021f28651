// What an analyst wrote on a view: it stands beside what is computed, and is never mixed with it.
import type { Judgement } from './saved-view.ts';

export interface Written {
  title?: string | undefined;
  notes?: string | undefined;
  judgement?: Judgement | undefined;
}
