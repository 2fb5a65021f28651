// The dialog of an export: what leaves, as what, up to which marking, and how much that is, before the file is made.

import { useEffect } from 'react';
import { markings } from '../../model/confidence.ts';
import { parts } from '../../model/export.ts';
import { isBrief } from '../../model/figure.ts';
import type { Exporting } from '../export-plan.ts';
import {
  choose,
  copyAs,
  copyPicture,
  formatNamed,
  hasFigure,
  isBoundAsDrawn,
  isPicture,
  weigh,
} from '../export-work.ts';
import { useStore } from '../store.ts';
import { Elsewhere } from './export/Elsewhere.tsx';
import { Formats } from './export/Formats.tsx';
import { Making } from './export/Making.tsx';
import { Weight } from './export/Weight.tsx';
import './export/export.css';

const partWords = { answer: 'Whole answer', drawn: 'What is drawn', selected: 'What is selected' } as const;

export default function ExportDialog() {
  const now = useStore((s) => s.scratch.exporting);
  const isOpen = now !== null;
  const isDrawn = useStore((s) => now !== null && (isPicture(now.format) || hasFigure(s, now)));
  useEffect(() => {
    if (isOpen) void weigh();
  }, [isOpen]);
  if (now === null) return null;
  return (
    <div className="exporting">
      {/* While a file is made nothing of it can be chosen anew. */}
      <fieldset className="chosen" disabled={now.run !== null}>
        <div className="choices">
          <WhatLeaves now={now} />
          <Bound now={now} />
        </div>
        <Formats now={now} />
        <FormOf now={now} />
        {isDrawn && <Look now={now} />}
      </fieldset>
      <Weight now={now} />
      <Making now={now} />
      <Copying now={now} />
      <Elsewhere now={now} />
    </div>
  );
}

function WhatLeaves({ now: { part, format } }: { now: Exporting }) {
  const selected = useStore((s) => s.view.selection.length);
  const fixed = isPicture(format) ? 'drawn' : isBrief(format) ? 'answer' : null;
  return (
    <fieldset className="choice">
      <legend>What leaves</legend>
      <div className="segments small">
        {parts.map((p) => (
          <button
            key={p}
            type="button"
            aria-pressed={(fixed ?? part) === p}
            disabled={(p === 'selected' && selected === 0) || (fixed !== null && fixed !== p)}
            onClick={() => void choose({ part: p })}
          >
            {partWords[p]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** A bound in the dialog is one for the file; the page stays as it is. */
function Bound({ now: { bound, format } }: { now: Exporting }) {
  const lens = useStore((s) => s.view.lens.marking);
  if (isPicture(format))
    return (
      <p className="choice muted">
        {lens === null
          ? 'Without a bound on markings, as on the page'
          : `Nothing above ${lens}, as on the page`}
      </p>
    );
  return (
    <label className="choice">
      Nothing above
      <select
        value={bound ?? ''}
        onChange={(e) => void choose({ bound: markings.find((m) => m === e.target.value) ?? null })}
      >
        <option value="">no bound</option>
        {markings.map((m) => (
          <option key={m} value={m}>
            {m}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Claims, or ties of pairs that are derived from them, where the format has both. */
function FormOf({ now }: { now: Exporting }) {
  const forms = useStore((s) => formatNamed(s, now.format)?.forms);
  if (forms === undefined || forms.length < 2) return null;
  return (
    <fieldset className="choice">
      <legend>Form</legend>
      <div className="segments small">
        {forms.map((form) => (
          <button
            key={form}
            type="button"
            aria-pressed={now.form === form}
            onClick={() => void choose({ form })}
          >
            {form === 'claims' ? 'Claims' : 'Pairs, derived'}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const sizes = { screen: 'As on screen', print: 'Print, A4', slide: 'Slide, 16:9' } as const;
const themes = { light: 'Light', dark: 'Dark' } as const;

/** How the picture looks: alone, or in a brief. */
function Look({ now }: { now: Exporting }) {
  return (
    <div className="choices">
      <Segments label="Size" words={sizes} chosen={now.size} choose={(size) => void choose({ size })} />
      <Segments
        label="Colours"
        words={themes}
        chosen={now.theme}
        choose={(theme) => void choose({ theme })}
      />
    </div>
  );
}

interface SegmentsProps<K extends string> {
  label: string;
  words: Readonly<Record<K, string>>;
  chosen: K;
  choose: (key: K) => void;
}

function Segments<K extends string>({ label, words, chosen, choose: take }: SegmentsProps<K>) {
  const keys = Object.keys(words).filter((key): key is K => key in words);
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="segments small">
        {keys.map((key) => (
          <button key={key} type="button" aria-pressed={chosen === key} onClick={() => take(key)}>
            {words[key]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const texts = [
  ['csv', 'CSV'],
  ['markdown', 'Markdown table'],
  ['cypher', 'Cypher'],
] as const;

function Copying({ now }: { now: Exporting }) {
  const formats = useStore((s) => s.info?.formats) ?? [];
  const busy = now.run !== null;
  const isAsked = useStore((s) => s.busy);
  const isAsDrawn = useStore((s) => isBoundAsDrawn(s, now));
  return (
    <fieldset className="choice">
      <legend>Copy as</legend>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          disabled={busy || isAsked || !isAsDrawn}
          title={isAsDrawn ? undefined : 'The picture of the page has another bound on markings'}
          onClick={() => void copyPicture()}
        >
          Picture
        </button>
        {texts
          .filter(([id]) => formats.some((f) => f.id === id && f.writes))
          .map(([id, label]) => (
            <button
              key={id}
              type="button"
              className="button small"
              disabled={busy}
              onClick={() => void copyAs(id, label)}
            >
              {label}
            </button>
          ))}
      </div>
    </fieldset>
  );
}
