import type {
  Check,
  CheckInput,
  ContextConfig,
  CoverageBody,
  CoverageFile,
  Finding,
  Lines,
  Location,
} from "@holdpoint/core";
import {
  commonLines,
  filesFitting,
  formatPercent,
  lineSets,
  linesWithout,
  measuredFiles,
  readLineRanges,
  shortBy,
  unionOfLines,
  writeLineRanges,
} from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { contextsParam, softUntil } from "../../../evidence/coverage-params.ts";
import { noneNamed } from "../../../evidence/coverage-parts.ts";
import { place } from "../../../place.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const PLACES_MAX = 20;

function judge(input: CheckInput): Finding {
  const contexts = contextsParam(input.params);
  const reports = coverageReports(input);
  if (contexts.length === 0) return noneNamed("context");
  const files = measuredFiles(reports);
  const judged = contexts.map((context) => judgeContext(context, reports, files, softUntil(context, input.nowMs)));
  const seen = judged.map(({ seen: one }) => one).join(", ");
  return conclude(
    judged.flatMap(({ problems }) => problems),
    {
      reason: `${count(contexts.length, "context")} at or above their floors: ${seen}`,
      observed: seen,
      threshold: contexts.map(({ id, lines }) => `${id} lines ${lines}%`).join(", "),
    },
  );
}

interface Judged {
  readonly seen: string;
  readonly problems: readonly Problem[];
}

function judgeContext(
  context: ContextConfig,
  reports: readonly CoverageBody[],
  all: readonly CoverageFile[],
  soft: string | null,
): Judged {
  const { id, paths, lines: floor } = context;
  const recorded = reports.flatMap(({ contexts }) => contexts.filter((one) => one.id === id));
  if (recorded.length === 0) {
    return unknown(id, "context-not-recorded", `no report records what its tests cover`, "1 report that records it");
  }
  const own = filesFitting(paths, all);
  const unsaid = own.filter((file) => file.lines !== null && lineSets(file) === null);
  if (unsaid.length > 0) {
    const names = listed(unsaid.map(({ path }) => path));
    return unknown(id, "lines-unsaid", `it is not said which lines there are in ${names}`, "a report that lists lines");
  }
  const parts = own.map((file) =>
    coveredIn(
      file,
      recorded.flatMap(({ files }) => files),
    ),
  );
  const covered = parts.reduce((sum, part) => sum + part.covered, 0);
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const short = shortBy(covered, total, floor);
  if (short === null) return unknown(id, "not-measured", `0 of 0 lines in ${paths.join(", ")}`, "1 measured line");
  const observed = formatPercent(covered, total, floor);
  const seen = `${id} lines ${observed}`;
  if (short === 0) return { seen, problems: [] };
  const text = `context ${id}: lines ${observed} (${covered} of ${total}), ${count(short, "line")} short of ${floor}%`;
  const problem: Problem = {
    outcome: soft === null ? "fail" : "warn",
    code: soft === null ? "below-floor" : "below-soft-floor",
    text: soft === null ? text : `${text}; this holds from ${soft} on`,
    observed,
    threshold: `${floor}%`,
    flip: `would pass with ${count(short, "more line")} covered by tests of the context`,
    locations: parts.flatMap(({ place: where }) => where).slice(0, PLACES_MAX),
  };
  return { seen, problems: [problem] };
}

interface Part {
  readonly covered: number;
  readonly total: number;
  readonly place: readonly Location[];
}

function coveredIn(file: CoverageFile, recorded: CoverageBody["contexts"][number]["files"]): Part {
  const sets = lineSets(file) ?? { covered: new Uint32Array(), uncovered: new Uint32Array() };
  const measured = unionOfLines(sets.covered, sets.uncovered);
  const inContext = recorded
    .filter(({ path }) => path === file.path)
    .reduce<Lines>((sum, { coveredLines }) => unionOfLines(sum, readLineRanges(coveredLines)), new Uint32Array());
  const covered = commonLines(measured, inContext);
  const rest = linesWithout(measured, covered);
  const text = `${count(rest.length, "line")} not covered by the context: ${writeLineRanges(rest)}`;
  return {
    covered: covered.length,
    total: measured.length,
    place: rest.length === 0 ? [] : [place(file.path, rest[0] ?? 0, text)],
  };
}

function unknown(id: string, code: string, what: string, wanted: string): Judged {
  const problem: Problem = {
    outcome: "missing",
    code,
    text: `context ${id}: ${what}`,
    observed: "unknown",
    threshold: wanted,
    flip: `would be judged with ${wanted}`,
  };
  return { seen: `${id} unknown`, problems: [problem] };
}
