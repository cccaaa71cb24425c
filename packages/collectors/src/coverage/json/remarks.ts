import type { CoverageRemark, CoverageRemarkCode } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { Remarks } from "../remarks.ts";
import type { JsonCursor } from "./cursor.ts";
import type { Place } from "./places.ts";

/** Collects what is odd in one JSON report. */
export class JsonRemarks {
  readonly #cursor: JsonCursor;
  readonly #remarks: Remarks;

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
    this.#remarks = new Remarks(cursor.file);
  }

  /** @param at offset in the value at which the cursor stands, or where it is in the report */
  add(code: CoverageRemarkCode, at: number | Place, text: string): void {
    const { line, column } = typeof at === "number" ? this.#cursor.place(at) : at;
    this.#remarks.add(code, line, column, text);
  }

  /** Reads a count of hits, at most `HITS_MAX`. */
  hits(): number {
    const offset = this.#cursor.at;
    const count = this.#cursor.count();
    if (count <= HITS_MAX) return count;
    this.add("hits-saturated", offset, "the count does not fit into 64 bits and was taken as the largest that does");
    return HITS_MAX;
  }

  finish(): readonly CoverageRemark[] {
    return this.#remarks.finish();
  }
}
