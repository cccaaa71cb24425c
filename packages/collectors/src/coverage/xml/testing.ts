import { isHoldpointError } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { Interner } from "../counts/interner.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { CoverageFormatReader, ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";

/** Reads a report that a test wrote, with how often each line was hit. For tests. */
export function readText(format: CoverageFormatReader, source: string | Uint8Array): ReadCoverage {
  const bytes = typeof source === "string" ? Buffer.from(source) : source;
  return readWhole(format, bytes, { file: "a.xml", interner: new Interner(), keepHits: true });
}

/** Reads a report in the pieces between offsets, through one buffer that is written over, as a file is read. */
export function readCut(format: CoverageFormatReader, bytes: Uint8Array, cuts: readonly number[]): ReadCoverage {
  const reader = format.open({ file: "a.xml", interner: new Interner(), keepHits: true });
  for (const piece of pieces(bytes, cuts)) {
    const lent = Buffer.from(piece);
    reader.push(lent);
    lent.fill(0x3c);
  }
  return reader.finish();
}

export function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.filter((cut) => cut <= bytes.length).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

/** `lines branches functions statements`, `-` where not measured, and the lines that were not hit. */
export function figures(report: ReadCoverage, path: string): string {
  const counts: FileCounts | undefined = report.files.get(path);
  if (counts === undefined) return `no ${path}, but ${[...report.files.keys()].join(", ")}`;
  const show = (count: { covered: number; total: number } | null): string =>
    count === null ? "-" : `${count.covered}/${count.total}`;
  const points = [counts.branches, counts.functions, counts.statements].map((each) => each && countPoints(each));
  const missed = counts.lines === null ? "" : [...linesOf(counts.lines, false)].join(",");
  return `${[counts.lines && countLineHits(counts.lines), ...points].map(show).join(" ")} [${missed}]`;
}

/** `CODE line:column` of a refusal, or `accepted`. */
export function refusal(format: CoverageFormatReader, source: string | Uint8Array): string {
  try {
    readText(format, source);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return `${thrown.code} ${thrown.place.line}:${thrown.place.column}`;
  }
  return "accepted";
}

/** `code line:column` of each remark. */
export function remarksOf(report: ReadCoverage): string[] {
  return report.remarks.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** `metric line declared counted` of each mismatch. */
export function mismatchesOf(report: ReadCoverage): string[] {
  return report.mismatches.map(
    ({ metric, line, declared, counted }) =>
      `${metric} ${line} ${declared.covered}/${declared.total} ${counted.covered}/${counted.total}`,
  );
}
