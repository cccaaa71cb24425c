import type { FileCounts } from "../counts/file-counts.ts";
import { mergeFileCounts } from "../counts/file-counts.ts";
import type { Remarks } from "../remarks.ts";
import type { Place } from "./window.ts";

interface Part {
  readonly counts: FileCounts;
  readonly place: Place;
}

/**
 * When a source file that stands several times is worth a remark: `repeated` where the format gives each file one
 * place, `contradicted` where its parts are classes, which may share a file but not say two things of a line.
 */
export type RepeatRule = "repeated" | "contradicted" | "never";

/** The files of a report while it is read. What is said of one file in several places is joined only at the end. */
export class ReportFiles {
  readonly #parts = new Map<string, Part[]>();
  readonly #rule: RepeatRule;
  readonly #remarks: Remarks;

  constructor(rule: RepeatRule, remarks: Remarks) {
    this.#rule = rule;
    this.#remarks = remarks;
  }

  /** `place` is the report's, where the part begins. */
  add(path: string, counts: FileCounts, place: Place): void {
    const parts = this.#parts.get(path);
    if (parts === undefined) this.#parts.set(path, [{ counts, place }]);
    else parts.push({ counts, place });
  }

  finish(): ReadonlyMap<string, FileCounts> {
    const files = new Map<string, FileCounts>();
    for (const [path, parts] of this.#parts) {
      const counts = joined(parts, 0, parts.length);
      files.set(path, counts);
      const { line, column } = parts.at(-1)?.place ?? { line: 1, column: 1 };
      if (isEmpty(counts)) this.#remarks.add("nothing-measured", line, column, `${path} lists nothing to cover`);
      const remark = parts.length > 1 ? this.#repeated(path, parts) : null;
      if (remark !== null) this.#remarks.add("duplicate-file", line, column, remark);
    }
    if (files.size === 0) this.#remarks.add("nothing-measured", 1, null, "the report lists no file");
    return files;
  }

  #repeated(path: string, parts: readonly Part[]): string | null {
    if (this.#rule === "never") return null;
    if (this.#rule === "repeated") return `${path} stands ${parts.length} times; covered is what any of them covered`;
    const line = contradicted(parts);
    return line === 0 ? null : `line ${line} of ${path} is called hit in one place and not hit in another`;
  }
}

/** Halves first: joining one after the other would take the square of their number. */
function joined(parts: readonly Part[], from: number, to: number): FileCounts {
  const [first] = parts.slice(from, from + 1);
  if (first === undefined) throw new RangeError("a file without parts");
  if (to - from === 1) return first.counts;
  const middle = (from + to) >>> 1;
  return mergeFileCounts(joined(parts, from, middle), joined(parts, middle, to));
}

/** First line that one part calls hit and another not; 0 when they agree. */
function contradicted(parts: readonly Part[]): number {
  const all = parts.map(({ counts }) => counts.lines ?? new Uint32Array());
  const entries = new Uint32Array(all.reduce((sum, lines) => sum + lines.length, 0));
  let length = 0;
  for (const lines of all) {
    entries.set(lines, length);
    length += lines.length;
  }
  entries.sort();
  for (let at = 1; at < entries.length; at += 1) {
    const entry = entries[at] ?? 0;
    if ((entry & 1) === 1 && entries[at - 1] === entry - 1) return entry >>> 1;
  }
  return 0;
}

function isEmpty({ lines, branches, functions, statements }: FileCounts): boolean {
  return [lines, branches, functions, statements].every((entries) => entries === null || entries.length === 0);
}
