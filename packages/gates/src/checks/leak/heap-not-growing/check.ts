import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { judgeGrowth } from "../../../evidence/growth.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  return judgeGrowth(input, { resource: "heap", noun: "heap", isAlwaysTold: false });
}
