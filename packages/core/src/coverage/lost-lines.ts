import type { ChangedFile, ChangesBody } from "../evidence/changes.ts";
import type { CoverageBody, CoverageFile } from "../evidence/coverage.ts";
import type { Lines } from "../lines/ranges.ts";
import { commonLines, linesWithout } from "../lines/ranges.ts";
import type { MovedLines } from "./line-map.ts";
import { moveLines } from "./line-map.ts";
import type { LineSets } from "./line-sets.ts";
import { lineSets } from "./line-sets.ts";
import { measuredFiles } from "./measured-files.ts";

/** What became of lines that were measured at an earlier commit. */
export interface LineHistory {
  /** Covered then; changed or deleted since. Lines of the base. */
  readonly removed: readonly FileLines[];
  /** Covered then, unchanged since and uncovered now. Lines of the candidate. */
  readonly newlyUncovered: readonly FileLines[];
  /** Covered then, unchanged since, and no longer among the measured lines. */
  readonly notMeasured: readonly FileLines[];
  /** Uncovered then, unchanged since, and no longer among the measured lines of a file that is measured still. */
  readonly uncoveredLeftOut: readonly FileLines[];
  /** Files that were measured then, are still there, and of which a report, then or now, does not say which lines. */
  readonly unsaid: readonly string[];
  /** Lines that were covered then. */
  readonly coveredThen: number;
}

export interface FileLines {
  readonly path: string;
  readonly lines: Lines;
}

/** Lines of one file at the earlier commit; null where nobody said which they were. */
export interface FileThen {
  readonly path: string;
  readonly sets: LineSets | null;
}

/**
 * Follows every line that was measured at the base through the candidate's changes.
 *
 * @param changes since the commit at which `then` was measured
 */
export function lineHistory(
  then: readonly FileThen[],
  reports: readonly CoverageBody[],
  changes: ChangesBody,
): LineHistory {
  const now = new Map(measuredFiles(reports).map((file) => [file.path, file]));
  const changedSince = new Map(
    changes.files.flatMap((file) => (file.basePath === null ? [] : [[file.basePath, file] as const])),
  );
  const found = then.map((file) => historyOf(file, changedSince.get(file.path), now));
  const listed = (pick: (one: FileHistory) => FileLines | null): FileLines[] =>
    found.flatMap((one) => {
      const lines = pick(one);
      return lines === null || lines.lines.length === 0 ? [] : [lines];
    });
  return {
    removed: listed((one) => one.removed),
    newlyUncovered: listed((one) => one.newlyUncovered),
    notMeasured: listed((one) => one.notMeasured),
    uncoveredLeftOut: listed((one) => one.uncoveredLeftOut),
    unsaid: found.flatMap((one) => (one.unsaid === null ? [] : [one.unsaid])),
    coveredThen: then.reduce((sum, { sets }) => sum + (sets?.covered.length ?? 0), 0),
  };
}

interface FileHistory {
  readonly removed: FileLines | null;
  readonly newlyUncovered: FileLines | null;
  readonly notMeasured: FileLines | null;
  readonly uncoveredLeftOut: FileLines | null;
  readonly unsaid: string | null;
}

const NOTHING: FileHistory = {
  removed: null,
  newlyUncovered: null,
  notMeasured: null,
  uncoveredLeftOut: null,
  unsaid: null,
};

function historyOf(
  { path: basePath, sets }: FileThen,
  changed: ChangedFile | undefined,
  now: ReadonlyMap<string, CoverageFile>,
): FileHistory {
  if (changed?.status === "removed") {
    return { ...NOTHING, removed: sets === null ? null : { path: basePath, lines: sets.covered } };
  }
  const path = changed?.path ?? basePath;
  const file = now.get(path);
  const setsNow = file === undefined ? null : lineSets(file);
  const unknown = changed?.binary === true || (file !== undefined && setsNow === null);
  if (sets === null || unknown) return { ...NOTHING, unsaid: path };
  const covered = moveLines(sets.covered, changed?.hunks ?? []);
  const uncovered = moveLines(sets.uncovered, changed?.hunks ?? []);
  const removed = { path: basePath, lines: covered.gone };
  // A file that has left the measurement as a whole is told by its covered lines alone.
  if (setsNow === null) return { ...NOTHING, removed, notMeasured: { path, lines: covered.now } };
  return {
    removed,
    newlyUncovered: { path, lines: commonLines(covered.now, setsNow.uncovered) },
    notMeasured: { path, lines: unlisted(covered, setsNow) },
    uncoveredLeftOut: { path, lines: unlisted(uncovered, setsNow) },
    unsaid: null,
  };
}

function unlisted({ now }: MovedLines, { covered, uncovered }: LineSets): Lines {
  return linesWithout(linesWithout(now, covered), uncovered);
}
