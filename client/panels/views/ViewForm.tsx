// What an analyst writes to a view: its name, notes, and a judgement that is signed and dated.
import { type FormEvent, useId, useState } from 'react';
import {
  confidences,
  Judgement,
  type Likelihood,
  type ListedView,
  likelihoods,
} from '../../../model/saved-view.ts';
import { today } from '../../days.ts';
import { refuse, turnTo, type Written } from '../../views.ts';

interface Props {
  /** The view whose words are changed; none where one is new. */
  view?: ListedView;
  /** What the view is called where nothing is written yet. */
  name?: string;
  busy: boolean;
  onWritten(written: Written): void;
}

export function ViewForm({ view, name = '', busy, onWritten }: Props) {
  const [judged, setJudged] = useState(view?.judgement !== undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = writtenIn(new FormData(event.currentTarget), judged);
    if (typeof written === 'string') refuse(written);
    else onWritten(written);
  };
  return (
    <form className="view-form" onSubmit={submit}>
      <Field label="Name" name="title" value={view?.title ?? name} required most={200} focus />
      <Field label="Notes" name="notes" value={view?.notes} rows={3} most={40_000} />
      {judged ? (
        <JudgementFields of={view?.judgement} onLeave={() => setJudged(false)} />
      ) : (
        <button type="button" className="button small" onClick={() => setJudged(true)}>
          Write a judgement
        </button>
      )}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={busy}>
          Save
        </button>
        <button type="button" className="button" onClick={() => turnTo({ what: 'list' })}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function JudgementFields({ of, onLeave }: { of?: Judgement; onLeave(): void }) {
  return (
    <fieldset className="judgement-fields">
      <legend className="heading">
        Judgement <span className="muted">written by you, never computed</span>
      </legend>
      <Field label="Judgement" name="text" value={of?.text} rows={3} most={8000} required />
      <div className="two">
        <Choice
          label="Likelihood (ICD 203)"
          name="likelihood"
          value={of?.likelihood}
          options={(Object.keys(likelihoods) as Likelihood[]).map((word) => [
            word,
            `${word}, ${likelihoods[word].join('–')} %`,
          ])}
        />
        <Choice
          label="Confidence in the judgement"
          name="confidence"
          value={of?.confidence}
          options={confidences.map((word) => [word, word])}
        />
      </div>
      <Field label="What the confidence rests on" name="because" value={of?.because} rows={2} most={8000} />
      <Field label="Assumptions" name="assumptions" value={of?.assumptions} rows={2} most={8000} />
      <Field label="Gaps" name="gaps" value={of?.gaps} rows={2} most={8000} />
      <Field label="Dissent" name="dissent" value={of?.dissent} rows={2} most={8000} />
      <div className="two">
        <Field label="Signed by" name="signed" value={of?.signed} most={200} required />
        <Field label="Dated" name="dated" value={of?.dated ?? today()} most={10} required />
      </div>
      <button type="button" className="button small" onClick={onLeave}>
        Without a judgement
      </button>
    </fieldset>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value: string | undefined;
  most: number;
  rows?: number;
  required?: boolean;
  focus?: boolean;
}

function Field({ label, name, value, most, rows, required = false, focus = false }: FieldProps) {
  const id = useId();
  const shared = { id, name, defaultValue: value, maxLength: most, required };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" {...shared} data-autofocus={focus ? true : undefined} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  value: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
}

function Choice({ label, name, value, options }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">not said</option>
        {options.map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What was written; or what is wrong with it, in a sentence. */
function writtenIn(form: FormData, judged: boolean): Written | string {
  const said = (name: string) => {
    const text = String(form.get(name) ?? '').trim();
    return text === '' ? {} : { [name]: text };
  };
  const words = { title: String(form.get('title') ?? '').trim(), ...said('notes') };
  if (words.title === '') return 'Name: a view needs a name.';
  if (!judged) return words;
  const fields = [
    'text',
    'likelihood',
    'confidence',
    'because',
    'assumptions',
    'gaps',
    'dissent',
    'signed',
    'dated',
  ];
  const judgement = Judgement.safeParse(Object.assign({}, ...fields.map(said)));
  if (judgement.success) return { ...words, judgement: judgement.data };
  const [issue] = judgement.error.issues;
  return `Judgement, ${String(issue?.path[0] ?? '')}: ${issue?.message ?? 'not right'}`;
}
