import type {
  Check,
  CheckInput,
  Finding,
  CoverageException,
  CoverageFile,
  CoverageMetric,
  Exemption,
} from "@holdpoint/core";
import { COVERAGE_METRICS, exemptions, formatPercent, measuredFiles, totalOf } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { openExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { countParam, percentParam } from "../../../params.ts";
import { isAbove } from "../../../share.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const files = measuredFiles(coverageReports(input));
  const maxLines = countParam(input.params, "maxExemptedLines");
  const maxPercent = percentParam(input.params, "maxExemptedPercent");
  const maxOpen = countParam(input.params, "maxExceptions");
  const exempted = COVERAGE_METRICS.map((metric) => ({ metric, all: exemptedOf(open, files, metric, input.nowMs) }));
  const lines = sumOf(exempted.find(({ metric }) => metric === "lines")?.all ?? []);
  const problems = [
    ...(open.length > maxOpen ? [tooManyExceptions(open, maxOpen)] : []),
    ...exempted.flatMap(({ metric, all }) => shareProblem(metric, all, files, maxPercent)),
    ...(lines > maxLines ? [tooManyLines(lines, maxLines, exempted[0]?.all ?? [])] : []),
  ];
  return conclude(problems, {
    reason: `${count(open.length, "open exception")} for ${count(lines, "uncovered line")}, ${maxLines} are allowed`,
    observed: lines,
    threshold: maxLines,
  });
}

/** Of every open exception, whether it counts for this commit already or only for the next one. */
function exemptedOf(
  open: readonly CoverageException[],
  files: readonly CoverageFile[],
  metric: CoverageMetric,
  nowMs: number,
): readonly Exemption[] {
  const known = open.map((one) => ({ ...one, introducedIn: "known" }));
  return exemptions(files, known, { metric, nowMs, commit: "" });
}

function sumOf(exempted: readonly Exemption[]): number {
  return exempted.reduce((sum, { uncovered }) => sum + uncovered, 0);
}

function shareProblem(
  metric: CoverageMetric,
  exempted: readonly Exemption[],
  files: readonly CoverageFile[],
  maxPercent: number,
): Problem[] {
  const total = totalOf(files, metric)?.total ?? 0;
  const sum = sumOf(exempted);
  if (total === 0 || !isAbove({ covered: sum, total }, maxPercent)) return [];
  const observed = formatPercent(sum, total, maxPercent);
  const seen = `${observed} of the ${metric} (${sum} of ${total}) are exempted`;
  return [
    {
      outcome: "fail",
      code: "too-large-share",
      text: `${seen}, ${maxPercent}% are allowed: ${names(exempted)}`,
      observed,
      threshold: `${maxPercent}%`,
      flip: `would pass at <= ${maxPercent}%`,
      locations: places(exempted),
    },
  ];
}

function tooManyLines(lines: number, maxLines: number, exempted: readonly Exemption[]): Problem {
  return {
    outcome: "fail",
    code: "too-many-lines",
    text: `${count(lines, "uncovered line")} exempted, ${maxLines} are allowed: ${names(exempted)}`,
    observed: lines,
    threshold: maxLines,
    flip: `would pass at <= ${maxLines} exempted lines`,
    locations: places(exempted),
  };
}

function tooManyExceptions(open: readonly CoverageException[], maxOpen: number): Problem {
  return {
    outcome: "fail",
    code: "too-many-exceptions",
    text: `${count(open.length, "open exception")}, ${maxOpen} are allowed`,
    observed: open.length,
    threshold: maxOpen,
    flip: `would pass at <= ${maxOpen} open exceptions`,
  };
}

function names(exempted: readonly Exemption[]): string {
  const most = exempted.toSorted((a, b) => b.uncovered - a.uncovered);
  return listed(most.map(({ id, path, uncovered }) => `${id} (${path}) ${uncovered}`));
}

function places(exempted: readonly Exemption[]): NonNullable<Problem["locations"]> {
  return exempted.map(({ id, path, uncovered }) => ({ file: path, text: `${id} stands for ${uncovered}` }));
}
