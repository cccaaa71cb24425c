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
    code: "no-type",
    claims: EXPOSITION_CLAIMS.undeclared,
    text: "of families without TYPE",
    flip: "would pass with TYPE for each family",
  },
  {
    code: "no-help",
    claims: EXPOSITION_CLAIMS.helpless,
    text: "of families without HELP",
    flip: "would pass with HELP for each family",
  },
];

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const families = bodies.reduce((sum, body) => sum + body.families.length, 0);
  return conclude(problemsBesides(bodies, RULES, stringsParam(input.params, "except")), {
    reason: `${count(families, "family", "families")} with HELP and TYPE`,
    observed: families,
    threshold: families,
  });
}
