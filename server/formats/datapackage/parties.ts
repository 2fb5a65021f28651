// The parties of a package by their claims, whatever the order of their rows: a spreadsheet may have sorted them.

/** A party as its row has it; not yet checked. */
export type Party = Readonly<Record<string, unknown>>;

/** Each different party is kept once, and a row is three numbers: votes are a million rows. */
export class Gathered {
  /** By claim: party, position and line of each row. */
  readonly #rows = new Map<string, number[]>();
  readonly #places = new Map<string, number>();
  readonly #parties: Party[] = [];

  add(claim: string, party: Party, position: number, line: number): void {
    const text = JSON.stringify(party);
    const place = this.#places.get(text) ?? this.#parties.push(party) - 1;
    this.#places.set(text, place);
    const rows = this.#rows.get(claim);
    if (rows === undefined) this.#rows.set(claim, [place, position, line]);
    else rows.push(place, position, line);
  }

  /** The parties of a claim by their positions, with the lines of their rows; they are not kept. */
  take(claim: string): { party: Party; position: number; line: number }[] {
    const rows = this.#rows.get(claim) ?? [];
    this.#rows.delete(claim);
    const taken = [];
    for (let at = 0; at < rows.length; at += 3) {
      const [place = 0, position = 0, line = 0] = rows.slice(at, at + 3);
      taken.push({ party: this.#parties[place] ?? {}, position, line });
    }
    return taken.sort((a, b) => a.position - b.position);
  }

  /** What nobody took: the claim, and the line of its first row. */
  *rest(): Generator<{ claim: string; line: number }> {
    for (const [claim, rows] of this.#rows) yield { claim, line: rows[2] ?? 0 };
  }
}
