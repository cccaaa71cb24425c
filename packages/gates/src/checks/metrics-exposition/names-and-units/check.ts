import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { expositions, problemsBesides } from "../../../evidence/exposition-problems.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "unit-not-base",
    claims: EXPOSITION_CLAIMS.units,
    text: "of units",
    flip: "would pass with base units: seconds, bytes, ratio",
  },
  {
    code: "name-misleads",
    claims: EXPOSITION_CLAIMS.names,
    text: "of names",
    flip: "would pass with names that fit their types",
  },
];

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const families = bodies.reduce((sum, body) => sum + body.families.length, 0);
  return conclude(problemsBesides(bodies, RULES, stringsParam(input.params, "except")), {
    reason: `${count(families, "family", "families")} with names and units as expected`,
    observed: families,
    threshold: families,
  });
}
