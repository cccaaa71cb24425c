import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { mappingOf, pathsOf } from "../../../evidence/mapped-modules.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const min = countParam(input.params, "minTests");
  const { length } = pathsOf(mappingOf(input).bodies, "tests");
  const seen = `${count(length, "file")} taken as tests`;
  const problem = {
    outcome: "fail",
    code: "too-few-tests",
    text: `${seen}, at least ${min} expected`,
    observed: length,
    threshold: min,
    flip: `would pass at >= ${count(min, "test file")}`,
  } as const;
  return conclude(length < min ? [problem] : [], { reason: seen, observed: length, threshold: min });
}
