// What every part of the report needs to tell its lines: names, titles of kinds, the claims, and how nothing is said.
import { createContext, useContext } from 'react';
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import type { BlocPart } from '../../../model/bloc.ts';

export interface Telling {
  answer: Answer;
  part: BlocPart;
  /** The English name of an entity. */
  name(id: string): string;
  /** The label of a kind of claim. */
  kind(id: string): string;
  /** A claim of the answer; others are known by their ids only. */
  claim(id: string): JudgedClaim | undefined;
  /** What is said where there is nothing: outside of what is covered it is never none. */
  nothing: string;
  /** Whether the data set covers nothing of what was asked. */
  uncovered: boolean;
}

const Context = createContext<Telling | null>(null);
export const TellingProvider = Context.Provider;

export function useTelling(): Telling {
  const telling = useContext(Context);
  if (telling === null) throw new Error('a part of the report stands outside of it');
  return telling;
}

/** Nothing within a line: outside of what is covered it is never none, and no number stands for it. */
export const useNone = (none = 'none'): string => (useTelling().uncovered ? 'not covered' : none);
