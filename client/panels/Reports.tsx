// The report that the view has open, in its frame: one body for each question that has a report.
import type { ComponentType } from 'react';
import type { Answer } from '../../model/answer.ts';
import { listed } from '../../model/phrase.ts';
import { canAsk, lacks } from '../answers.ts';
import { nameIn, useNamed } from '../lookup.ts';
import { reportOf } from '../reports.ts';
import { useStore } from '../store.ts';
import { Days } from './changes/Days.tsx';
import { later } from './Later.tsx';
import { Ends } from './paths/Ends.tsx';
import { statesText } from './Questions.tsx';
import { ReportPage } from './ReportPage.tsx';

const bodies: Record<string, ComponentType<{ answer: Answer }>> = {
  bloc: later(() => import('./bloc/BlocReport.tsx')),
  changes: later(() => import('./changes/ChangesReport.tsx')),
  paths: later(() => import('./paths/PathsReport.tsx')),
};

/** What is chosen on the page itself. */
const forms: Record<string, ComponentType> = { changes: Days, paths: Ends };

export function Report() {
  const id = useStore((s) => s.view.question);
  const report = useStore((s) => reportOf(s.view));
  const question = useStore((s) => s.info?.questions.find((q) => q.id === id));
  const chosen = useStore((s) => s.view.filters.states);
  const answer = useStore((s) => s.question);
  const asked = useStore((s) => question !== undefined && canAsk(question, s.view));
  const held = useNamed();
  if (id === null || report === null || question === undefined) return null;
  const Body = bodies[id];
  const own = answer?.question.id === id ? answer : null;
  const lack = lacks(question, chosen);
  // Until the next answer is there the one before is told, with its own states.
  const states = own === null || !asked ? chosen : own.filters.states;
  const Form = forms[id];
  return (
    <ReportPage
      key={id}
      title={report.title}
      about={states.length === 0 ? 'All states' : listed(states.map((s) => nameIn(held, s)))}
      form={Form === undefined ? null : <Form />}
      answer={own}
      instead={asked ? null : (report.lacking ?? statesText(question, lack ?? 'fewer'))}
    >
      {own !== null && Body !== undefined && <Body answer={own} />}
    </ReportPage>
  );
}
