import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { judgeComponentFalls } from "../../../evidence/component-falls.ts";
import { componentsParam } from "../../../evidence/coverage-params.ts";
import { percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tolerancePoints = percentParam(input.params, "tolerancePoints");
  const components = componentsParam(input.params).filter(({ critical }) => !critical);
  return judgeComponentFalls(input, components, {
    check: definition.id,
    tolerancePoints,
    noun: "component",
  });
}
