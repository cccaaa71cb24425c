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
    code: "type-changed",
    claims: EXPOSITION_CLAIMS.types,
    text: "of families that changed their type",
    flip: "would pass with one type for each name",
  },
  {
    code: "vanished",
    claims: EXPOSITION_CLAIMS.vanished,
    text: "of series that went away",
    flip: "would pass with every series in every later scrape",
    outcome: "warn",
  },
];

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const families = bodies.reduce((sum, body) => sum + body.families.length, 0);
  return conclude(problemsBesides(bodies, RULES, stringsParam(input.params, "except")), {
    reason: `${count(families, "family", "families")} that stayed`,
    observed: families,
    threshold: families,
  });
}
