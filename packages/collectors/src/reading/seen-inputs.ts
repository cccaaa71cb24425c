import type { EvidenceInput } from "@holdpoint/core";

/** Notes the files that evidence is read from: what they were, and between which times they were written. */
export class SeenInputs {
  readonly #inputs: EvidenceInput[] = [];
  #oldestMs = Number.POSITIVE_INFINITY;
  #newestMs = Number.NEGATIVE_INFINITY;

  add(input: { readonly path: string; readonly sha256: string; readonly modifiedAtMs: number }): void {
    this.#inputs.push({ name: input.path, sha256: input.sha256 });
    this.#oldestMs = Math.min(this.#oldestMs, input.modifiedAtMs);
    this.#newestMs = Math.max(this.#newestMs, input.modifiedAtMs);
  }

  /** Sorted by name; the span is from the oldest file to the newest. At least one file must have been added. */
  finish(): { readonly inputs: readonly EvidenceInput[]; readonly startedAtMs: number; readonly finishedAtMs: number } {
    if (this.#inputs.length === 0) throw new RangeError("no file was read");
    const inputs = [...this.#inputs].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return { inputs, startedAtMs: this.#oldestMs, finishedAtMs: this.#newestMs };
  }
}
