// The library ships no types; these are the parts of it that model/time.ts uses.
declare module 'edtf' {
  interface Edtf {
    type: string;
    /** Milliseconds since 1970, UTC; ±Infinity where open, null where unknown. */
    min: number | null;
    max: number | null;
    approximate?: { value: number };
    uncertain?: { value: number };
  }
  export default function edtf(text: string): Edtf;
}
