import type { ExpositionProblem } from "../evidence/exposition.ts";
import { judgeBetween } from "./between.ts";
import { formatOfContentType } from "./content-type.ts";
import type { Exposition, MetricFamily } from "./exposition.ts";
import type { Note, NoteOf } from "./problem-list.ts";
import { ProblemList } from "./problem-list.ts";
import { judgeCounters } from "./rules/counters.ts";
import { judgeDuplicates } from "./rules/duplicates.ts";
import { judgeExemplars } from "./rules/exemplars.ts";
import { judgeHistograms } from "./rules/histograms.ts";
import { judgeMetadata } from "./rules/metadata.ts";
import { judgeClashes, judgeNames } from "./rules/names.ts";
import { judgeStates } from "./rules/states.ts";
import { judgeSummaries } from "./rules/summaries.ts";
import { judgeTimes } from "./rules/times.ts";
import { judgeUnits } from "./rules/units.ts";

type FamilyRule = (family: MetricFamily, page: Exposition, note: Note) => void;

const FAMILY_RULES: readonly FamilyRule[] = [
  judgeMetadata,
  judgeNames,
  judgeUnits,
  judgeDuplicates,
  judgeCounters,
  judgeHistograms,
  judgeSummaries,
  judgeStates,
  judgeExemplars,
  judgeTimes,
];

/**
 * Everything that is wrong with scrapes of one service in their order: what breaks the format, what the samples say
 * that cannot be, and what may not happen from one scrape to the next. At most `EXPOSITION_PROBLEMS_MAX`, every code
 * among them.
 *
 * @example
 * const page = readExposition("# HELP a_total A.\n# TYPE a_total counter\na_total -1\n", { atMs: 0 });
 * validateExposition([page])[0]?.code; // "negative-counter"
 */
export function validateExposition(scrapes: readonly Exposition[]): readonly ExpositionProblem[] {
  return expositionProblems(scrapes).problems;
}

/** The same with the number of those that are not listed. */
export function expositionProblems(scrapes: readonly Exposition[]): ReturnType<ProblemList["finish"]> {
  const list = new ProblemList();
  for (const [index, page] of scrapes.entries()) {
    const noteOf: NoteOf = (family) => list.noteIn(index, page.format, family);
    judgePage(page, noteOf);
    list.leaveOut(page.faultsLeftOut);
    const before = scrapes[index - 1];
    if (before !== undefined) judgeBetween(before, page, noteOf);
  }
  return list.finish();
}

function judgePage(page: Exposition, noteOf: NoteOf): void {
  const note = noteOf(null);
  for (const { code, text, line, column } of page.faults) note(code, text, line, column ?? 1);
  if (page.families.every(({ samples }) => samples.length === 0)) note("no-samples", "there is no sample", null);
  judgeContentType(page, note);
  judgeClashes(page, note);
  for (const family of page.families) {
    const own = noteOf(family.name);
    for (const judge of FAMILY_RULES) judge(family, page, own);
  }
}

function judgeContentType({ contentType }: Exposition, note: Note): void {
  if (contentType === null || formatOfContentType(contentType) !== null) return;
  const told = JSON.stringify(contentType.slice(0, CONTENT_TYPE_CHARS_MAX));
  note("wrong-content-type", `${told} is the type of no format of metrics`, null);
}

const CONTENT_TYPE_CHARS_MAX = 200;
