// An analyst's judgement as it was written: likelihood and confidence apart, and that nobody computed it.
import type { Judgement as Written } from '../../../model/saved-view.ts';

export function Judgement({ of }: { of: Written }) {
  const rows = [
    ['Assumptions', of.assumptions],
    ['Gaps', of.gaps],
    ['Dissent', of.dissent],
  ] as const;
  return (
    <section className="judgement">
      <h3 className="heading">
        Judgement <span className="muted">written, not computed</span>
      </h3>
      <p className="pre">{of.text}</p>
      {of.likelihood !== undefined && (
        <p>
          Likelihood: <b>{of.likelihood}</b> <span className="muted">(ICD 203)</span>
        </p>
      )}
      {(of.confidence !== undefined || of.because !== undefined) && (
        <p>
          Confidence in it: <b>{of.confidence ?? 'not said'}</b>
          {of.because !== undefined && `. ${of.because}`}
        </p>
      )}
      {rows.map(
        ([label, text]) =>
          text !== undefined && (
            <p key={label} className="pre">
              <span className="muted">{label}:</span> {text}
            </p>
          ),
      )}
      <p className="muted">
        {of.signed}, {of.dated}
      </p>
    </section>
  );
}
