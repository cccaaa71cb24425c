import type { CoverageRemark, CoverageRemarkCode } from "@holdpoint/core";
import { COVERAGE_REMARKS_MAX } from "@holdpoint/core";

/** Collects what is odd in one report, and keeps the first of it. */
export class Remarks {
  readonly #file: string;
  readonly #first: CoverageRemark[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `column` is in bytes from 1; null where the whole line is meant. */
  add(code: CoverageRemarkCode, line: number, column: number | null, text: string): void {
    this.#count += 1;
    if (this.#first.length < COVERAGE_REMARKS_MAX) this.#first.push({ code, file: this.#file, line, column, text });
  }

  /** At most `COVERAGE_REMARKS_MAX`, by line; where there were more, the last one says how many. */
  finish(): readonly CoverageRemark[] {
    return firstRemarks(this.#first.sort(byPlace), this.#count);
  }
}

/** The first of all remarks of several files or parts, by file and line. */
export function joinRemarks(all: readonly (readonly CoverageRemark[])[]): readonly CoverageRemark[] {
  let count = 0;
  const known: CoverageRemark[] = [];
  for (const remarks of all) {
    const last = remarks.at(-1);
    const isCut = last?.code === "more-remarks";
    count += isCut ? Number.parseInt(last.text, 10) : remarks.length;
    for (const remark of isCut ? remarks.slice(0, -1) : remarks) known.push(remark);
  }
  return firstRemarks(known.sort(byPlace), count);
}

function byPlace(a: CoverageRemark, b: CoverageRemark): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const places = a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
  if (places !== 0) return places;
  const [textA, textB] = [`${a.code} ${a.text}`, `${b.code} ${b.text}`];
  return textA === textB ? 0 : textA < textB ? -1 : 1;
}

function firstRemarks(sorted: readonly CoverageRemark[], count: number): readonly CoverageRemark[] {
  if (count <= COVERAGE_REMARKS_MAX) return sorted;
  const kept = sorted.slice(0, COVERAGE_REMARKS_MAX - 1);
  const last = kept.at(-1) ?? { file: "", line: 1 };
  const text = `${count} remarks in all, of which the first ${kept.length} are kept`;
  return [...kept, { code: "more-remarks", file: last.file, line: last.line, column: null, text }];
}
