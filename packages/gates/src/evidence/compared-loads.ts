import type { CheckInput, Finding, LoadBody } from "@holdpoint/core";
import { withoutFacts } from "../inherit.ts";
import type { LoadRunFacts } from "./load-facts.ts";
import { promotedRuns } from "./load-facts.ts";
import { noneToJudge, performanceRuns } from "./load-runs.ts";

export interface ComparedLoad {
  readonly before: LoadRunFacts;
  /** Null: the run of that name was not made again. */
  readonly now: LoadBody | null;
}

/** Runs of the last promotion beside those of now; the finding of a check that has nothing to compare. */
export function comparedLoads(input: CheckInput, check: string): readonly ComparedLoad[] | Finding {
  const runs = performanceRuns(input);
  if (runs.length === 0) return noneToJudge("load run", "run-measured");
  const before = promotedRuns(input);
  if (before === null) return withoutFacts(input, "performance", check, "its load figures");
  return before.map((one) => ({ before: one, now: runs.find(({ id }) => id === one.id) ?? null }));
}

/** Why figures of then and now say nothing of one another; null when they do. */
export function otherTerms({ before, now }: ComparedLoad): string | null {
  if (now === null) return `load ${before.id} was not made again`;
  const { planSha256, testbedSha256 } = now.terms;
  if (now.tool.name !== before.tool)
    return `load ${now.id} was made with ${before.tool} then, with ${now.tool.name} now`;
  if (testbedSha256 === null || before.testbedSha256 !== testbedSha256)
    return `load ${now.id} was not measured on the same machine as then`;
  if (planSha256 === null || before.planSha256 !== planSha256) return `load ${now.id} has another plan than then`;
  return null;
}
