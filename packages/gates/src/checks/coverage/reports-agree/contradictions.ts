import type { CoverageBody, CoverageFile, Lines } from "@holdpoint/core";
import { commonLines, COVERAGE_METRICS, lineSets, unionOfLines } from "@holdpoint/core";

/** What two reports say of one file, where both cannot be right. */
export interface Contradiction {
  readonly path: string;
  readonly code: "lines-contradict" | "counts-contradict";
  /** Lines that one covers and the other lists as uncovered; empty where only counts differ. */
  readonly lines: Lines;
  readonly text: string;
}

/**
 * Files in which two accounts of the same run differ. Formats may list other lines and count other branches: only a
 * line that both list, and a metric of which both count the same total, can be contradicted.
 */
export function contradictions(a: CoverageBody, b: CoverageBody): Contradiction[] {
  const others = new Map(b.files.filter(({ resolved }) => resolved).map((file) => [file.path, file]));
  return a.files.flatMap((file) => {
    const other = file.resolved ? others.get(file.path) : undefined;
    return other === undefined ? [] : contradiction(file, other);
  });
}

function contradiction(a: CoverageFile, b: CoverageFile): Contradiction[] {
  const [ours, theirs] = [lineSets(a), lineSets(b)];
  if (ours !== null && theirs !== null) {
    const lines = unionOfLines(
      commonLines(ours.covered, theirs.uncovered),
      commonLines(ours.uncovered, theirs.covered),
    );
    const text = `line ${lines[0]} is covered in one and uncovered in the other`;
    if (lines.length > 0) return [{ path: a.path, code: "lines-contradict", lines, text }];
  }
  for (const metric of COVERAGE_METRICS) {
    const [one, other] = [a[metric], b[metric]];
    if (one === null || other === null || one.total !== other.total || one.covered === other.covered) continue;
    const text = `${metric} ${one.covered} of ${one.total} in one, ${other.covered} of ${other.total} in the other`;
    return [{ path: a.path, code: "counts-contradict", lines: new Uint32Array(), text }];
  }
  return [];
}
