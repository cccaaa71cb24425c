import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { measuredFiles, unmeasuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { REGRESSION } from "../../../evidence/compared-facts.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { readCoverageFacts } from "../../../evidence/read-coverage-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { percentParam } from "../../../params.ts";
import { shareMax } from "../../../share.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxGonePercent = percentParam(input.params, "maxGonePercent");
  const reports = coverageReports(input);
  const measured = new Set(measuredFiles(reports).map((file) => file.path));
  const unmeasured = new Set(unmeasuredFiles(reports));
  const facts = readCoverageFacts(input);
  if (facts === null) return withoutFacts(input, REGRESSION, definition.id, "the files that were measured");
  const before = facts.paths;
  const lost = before.filter((path) => unmeasured.has(path));
  const gone = before.filter((path) => !measured.has(path) && !unmeasured.has(path));
  const allowed = shareMax(before.length, maxGonePercent);
  const problems = [
    ...(lost.length > 0 ? [lostProblem(lost, before.length)] : []),
    ...(gone.length > allowed ? [goneProblem(gone, before.length, allowed)] : []),
  ];
  return conclude(problems, {
    reason:
      `${before.length - gone.length} of ${count(before.length, "file")} of the last promotion measured, ` +
      `${gone.length} gone`,
    observed: before.length - gone.length,
    threshold: before.length - allowed,
    locations: gone.map((file) => ({ file, text: "no longer counts as source" })),
  });
}

function lostProblem(lost: readonly string[], before: number): Problem {
  return {
    outcome: "fail",
    code: "file-lost",
    text: `${lost.length} of ${count(before, "file")} left the measurement: ${listed(lost)}`,
    observed: before - lost.length,
    threshold: before,
    flip: `would pass with ${count(lost.length, "more measured file")}`,
    locations: lost.map((file) => ({ file, text: "measured at the last promotion, measured by no report now" })),
  };
}

function goneProblem(gone: readonly string[], before: number, allowed: number): Problem {
  return {
    outcome: "warn",
    code: "many-gone",
    text: `${gone.length} of ${count(before, "file")} no longer count as source, ${allowed} may: ${listed(gone)}`,
    observed: gone.length,
    threshold: allowed,
    flip: `would pass at <= ${allowed} files`,
    locations: gone.map((file) => ({ file, text: "deleted, renamed or excluded since the last promotion" })),
  };
}
