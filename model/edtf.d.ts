// The library ships no types; these are the parts of it that model/time.ts uses.
declare module 'edtf' {
  interface Edtf {
    /** Milliseconds since 1970, UTC; ±Infinity where open, null where unknown. */
    min: number | null;
    max: number | null;
    approximate?: { value: number };
    uncertain?: { value: number };
  }
  /** A date, with time or without; not the Date of the language. */
  class EdtfDate implements Edtf {
    min: number | null;
    max: number | null;
  }

  export { EdtfDate as Date };
  export class Season implements Edtf {
    min: number | null;
    max: number | null;
  }
  export default function edtf(text: string): Edtf;
}
