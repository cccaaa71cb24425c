import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const components = stringsParam(input.params, "components");
  const tried = new Set<string>(triedRules(input).map(({ component }) => component));
  const problems = offence(
    components.filter((component) => !tried.has(component)),
    {
      code: "component-untried",
      noun: "part",
      text: "not tried at all",
      flip: "would pass with 1 rule tried for each",
    },
  );
  const reason = `${count(components.length, "part")} tried`;
  return conclude(problems, { reason, observed: components.length, threshold: components.length });
}
