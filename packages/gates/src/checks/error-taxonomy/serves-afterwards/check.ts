import type { Check, CheckInput, ErrorTaxonomyBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { taxonomies } from "../../../evidence/error-taxonomies.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  return conclude(taxonomies(input).flatMap(problemsOf), {
    reason: "live, ready, and an honest action succeeded after everything was provoked",
    observed: "SUCCEEDED",
    threshold: "SUCCEEDED",
  });
}

function problemsOf({ after, provocations }: ErrorTaxonomyBody): Problem[] {
  const fail = (code: string, text: string, observed: string, threshold: string): Problem => ({
    outcome: "fail",
    code,
    text: `after ${provocations.length} errors ${text}`,
    observed,
    threshold,
    flip: `would pass with "${threshold}"`,
  });
  const action = after.honestAction ?? "no answer";
  return [
    ...(after.live ? [] : [fail("not-live", "the gateway does not answer", "not live", "live")]),
    ...(after.ready ? [] : [fail("not-ready", "the gateway is not ready", "not ready", "ready")]),
    ...(action === "SUCCEEDED"
      ? []
      : [fail("honest-action-failed", `an honest action ended ${action}`, action, "SUCCEEDED")]),
  ];
}
