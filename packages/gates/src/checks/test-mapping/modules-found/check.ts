import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { mappingOf } from "../../../evidence/mapped-modules.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const min = countParam(input.params, "minModules");
  const { modules, withoutCode } = mappingOf(input);
  const seen = `${count(modules.length, "module")} with something to test, ${withoutCode} without`;
  const problem = {
    outcome: "fail",
    code: "too-few-modules",
    text: `${seen}; at least ${min} expected`,
    observed: modules.length,
    threshold: min,
    flip: `would pass at >= ${count(min, "module")}`,
  } as const;
  return conclude(modules.length < min ? [problem] : [], { reason: seen, observed: modules.length, threshold: min });
}
