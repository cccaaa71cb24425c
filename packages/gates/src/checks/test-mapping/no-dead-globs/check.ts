import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { mappingOf, pathsOf, untestedPlaces } from "../../../evidence/mapped-modules.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const dead = pathsOf(mappingOf(input).bodies, "deadGlobs");
  const problem = {
    outcome: "fail",
    code: "glob-matches-nothing",
    text: `${count(dead.length, "pattern")} fit no tracked file: ${listed(dead, dead.length)}`,
    observed: dead.length,
    threshold: 0,
    flip: "would pass with 0 patterns that fit nothing",
    locations: dead.flatMap((glob) => untestedPlaces(["holdpoint.yaml"], `${glob} fits no tracked file`)),
  } as const;
  return conclude(dead.length === 0 ? [] : [problem], {
    reason: "every pattern fits a tracked file",
    observed: 0,
    threshold: 0,
  });
}
