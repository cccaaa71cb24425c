import type { CarriedFrom, Check, CheckInput, ComponentConfig, CoverageBody, Finding } from "@holdpoint/core";
import { filesFitting, parseInstant } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { componentsParam } from "../../../evidence/coverage-params.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const DAY_MS = 86_400_000;

function judge(input: CheckInput): Finding {
  const maxDays = countParam(input.params, "maxCarriedDays");
  const critical = componentsParam(input.params).filter((one) => one.critical);
  const reports = coverageReports(input);
  const problems = reports.flatMap((report) =>
    report.carried === null ? [] : carriedProblems(report, report.carried, critical, { nowMs: input.nowMs, maxDays }),
  );
  return conclude(problems, {
    reason: `${count(reports.length, "report")} measured for this candidate`,
    observed: reports.length,
    threshold: reports.length,
  });
}

interface Terms {
  readonly nowMs: number;
  readonly maxDays: number;
}

function carriedProblems(
  report: CoverageBody,
  { commit, measuredAt }: CarriedFrom,
  critical: readonly ComponentConfig[],
  { nowMs, maxDays }: Terms,
): Problem[] {
  const ageMs = nowMs - parseInstant(measuredAt);
  const when = Number.isNaN(ageMs) ? "at an instant that is none" : `${(ageMs / DAY_MS).toFixed(1)} days ago`;
  const name = report.shard === null ? report.report : `${report.report} of shard ${report.shard}`;
  const seen = `the report "${name}" was measured ${when} for ${commit.slice(0, 12)}`;
  const said = (outcome: Problem["outcome"], code: string, text: string): Problem => ({
    outcome,
    code,
    text: `${seen}${text}`,
    observed: commit,
    threshold: "this candidate",
    flip: "would pass with a report of this candidate",
  });
  const touched = critical.filter((component) => isAbout(report, component));
  const problems = touched.map(({ id }) => said("fail", "carried-critical", `, and component ${id} is critical`));
  // Written so that an age that cannot be told is too old.
  if (!(ageMs >= 0 && ageMs <= maxDays * DAY_MS)) {
    return [...problems, said("fail", "carried-too-old", `, ${maxDays} days are allowed`)];
  }
  return problems.length > 0 ? problems : [said("warn", "carried", "")];
}

function isAbout({ shard, files }: CoverageBody, { shards, paths }: ComponentConfig): boolean {
  return (shard !== null && shards.includes(shard)) || filesFitting(paths, files).length > 0;
}
