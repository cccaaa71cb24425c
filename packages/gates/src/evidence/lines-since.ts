import type { ChangesBody, CheckInput, CoverageBody, FileLines, Finding, LineHistory } from "@holdpoint/core";
import { KIND, lineHistory, readLineRanges } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { only } from "../conclude.ts";
import { withoutFacts } from "../inherit.ts";
import type { ComparedFacts } from "./compared-facts.ts";
import { comparedFacts, isFinding, notCompared, otherInstruments, REGRESSION } from "./compared-facts.ts";
import type { FileFacts } from "./coverage-facts.ts";
import { coverageReports } from "./coverage-files.ts";

/** Reason code of changes that are not counted from the last promotion; every check that uses this declares it. */
export const OTHER_BASE = "other-base";

export interface ChangesSince extends ComparedFacts {
  readonly changes: ChangesBody;
  readonly reports: readonly CoverageBody[];
}

/** The candidate's changes since the commit that was promoted last, or why they cannot be told. */
export function changesSince(input: CheckInput, check: string): ChangesSince | Finding {
  const reports = coverageReports(input);
  const [changes] = bodiesOf<ChangesBody>(input, KIND.changes);
  const facts = comparedFacts(input, check);
  if (isFinding(facts)) return facts;
  const wanted = input.baseline?.candidate.commit ?? "";
  const found = changes?.base?.commit ?? "nothing";
  if (changes !== undefined && found === wanted) return { ...facts, changes, reports };
  return only({
    outcome: "missing",
    code: OTHER_BASE,
    text: `changes are counted from ${found.slice(0, 12)}, coverage was last promoted at ${wanted.slice(0, 12)}`,
    observed: found,
    threshold: wanted,
    flip: "would be judged without --base",
  });
}

interface Known {
  readonly before: readonly FileFacts[];
  readonly report: CoverageBody | undefined;
  readonly history: LineHistory;
}

const known = new WeakMap<ChangesBody, Known>();

/** What became of every line that was measured at the last promotion, or why it cannot be told. */
export function linesSince(input: CheckInput, check: string): LineHistory | Finding {
  const since = changesSince(input, check);
  if (isFinding(since)) return since;
  const other = otherInstruments(since);
  if (other !== null) return notCompared(other);
  const { before, reports, changes } = since;
  if (before.files === null) return withoutFacts(input, REGRESSION, check, "the lines of its files");
  // Three checks ask the same of the same lines.
  const same = known.get(changes);
  const [report] = reports;
  if (same !== undefined && same.before === before.files && same.report === report) return same.history;
  const history = lineHistory(before.files.map(fileThen), reports, changes);
  known.set(changes, { before: before.files, report, history });
  return history;
}

function fileThen({ path, ranges }: FileFacts): Parameters<typeof lineHistory>[0][number] {
  const sets =
    ranges === null ? null : { covered: readLineRanges(ranges.covered), uncovered: readLineRanges(ranges.uncovered) };
  return { path, sets };
}

/** How many lines of files there are. */
export function linesIn(files: readonly FileLines[]): number {
  return files.reduce((sum, { lines }) => sum + lines.length, 0);
}
