import type { EvidenceInput } from "@holdpoint/core";

/** Notes the files that evidence is read from: what they were, and when the oldest was written. */
export class SeenInputs {
  readonly #inputs: EvidenceInput[] = [];
  #oldestMs = Number.POSITIVE_INFINITY;

  add(input: { readonly path: string; readonly sha256: string; readonly modifiedAtMs: number }): void {
    this.#inputs.push({ name: input.path, sha256: input.sha256 });
    this.#oldestMs = Math.min(this.#oldestMs, input.modifiedAtMs);
  }

  /**
   * Sorted by name. Evidence is as old as its oldest file, so that a report that was left lying cannot hide behind a
   * fresh one. At least one file must have been added.
   */
  finish(): { readonly inputs: readonly EvidenceInput[]; readonly startedAtMs: number; readonly finishedAtMs: number } {
    if (this.#inputs.length === 0) throw new RangeError("no file was read");
    const inputs = [...this.#inputs].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return { inputs, startedAtMs: this.#oldestMs, finishedAtMs: this.#oldestMs };
  }
}
