import type { Check, CheckInput, CoverageFloors, Finding, JsonObject } from "@holdpoint/core";
import { COVERAGE_METRICS, measuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { comparedFacts, isFinding, notCompared, otherInstruments } from "../../../evidence/compared-facts.ts";
import type { Totals } from "../../../evidence/coverage-fall.ts";
import { fallProblems, measuredInBoth, totalsText, uncoveredOf } from "../../../evidence/coverage-fall.ts";
import { coverageReports, uncoveredPlaces } from "../../../evidence/coverage-files.ts";
import { countParam, percentParam, wrong } from "../../../params.ts";
import { shareMax } from "../../../share.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tolerancePoints = percentParam(input.params, "tolerancePoints");
  const limits = limitsParam(input.params);
  const facts = comparedFacts(input, definition.id);
  if (isFinding(facts)) return facts;
  const other = otherInstruments(facts);
  if (other !== null) return notCompared(other);
  const { before, now } = facts;
  const locations = uncoveredPlaces(measuredFiles(coverageReports(input)));
  const problems = [
    ...fallProblems(before.totals, now.totals, { of: "the whole project", tolerancePoints, locations }),
    ...moreUncovered(before.totals, now.totals, { tolerancePoints, limits }),
  ];
  const [seen, wanted] = [totalsText(before.totals, now.totals), totalsText(before.totals, before.totals)];
  return conclude(problems, { reason: `${seen}, at the last promotion ${wanted}`, observed: seen, threshold: wanted });
}

interface MoreTerms {
  readonly tolerancePoints: number;
  readonly limits: CoverageFloors;
}

function moreUncovered(before: Totals, now: Totals, { tolerancePoints, limits }: MoreTerms): Problem[] {
  return measuredInBoth(before, now).flatMap(({ metric, was, is }): Problem[] => {
    const more = uncoveredOf(is) - uncoveredOf(was);
    const limit = limits[metric];
    const allowed = limit ?? shareMax(was.total, tolerancePoints);
    if (more <= allowed) return [];
    return [
      {
        outcome: limit === undefined ? "warn" : "fail",
        code: limit === undefined ? "more-uncovered" : "too-many-more",
        text: `the whole project: ${more} more ${metric} are uncovered than at the last promotion, ${allowed} may`,
        observed: more,
        threshold: allowed,
        flip: `would pass at <= ${allowed} more uncovered ${metric}`,
      },
    ];
  });
}

function limitsParam(params: JsonObject): CoverageFloors {
  const given = params["maxMoreUncovered"];
  const metrics: readonly string[] = COVERAGE_METRICS;
  const form = "whole numbers by metric";
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw wrong("maxMoreUncovered", form, given);
  const limits = given as JsonObject;
  if (Object.keys(limits).some((key) => !metrics.includes(key))) throw wrong("maxMoreUncovered", form, given);
  return Object.fromEntries(Object.keys(limits).map((metric) => [metric, countParam(limits, metric)]));
}
