import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb } from "../../../evidence/climbs.ts";
import { judgeClimbs } from "../../../evidence/climbs.ts";
import { stringsParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const accept = stringsParam(input.params, "accept");
  return judgeClimbs(
    input,
    (climb) => untrusted(climb, accept),
    (climbs) => {
      const seen = [...new Set(climbs.flatMap(({ runs }) => runs.map(({ trust }) => trust)))].join(", ");
      return { reason: `measured ${seen}`, observed: seen, threshold: accept.join(", ") };
    },
  );
}

function untrusted({ name, runs }: Climb, accept: readonly string[]): Problem[] {
  return runs
    .filter(({ trust }) => !accept.includes(trust))
    .map(({ tool, trust }) => ({
      outcome: "missing",
      code: "not-trusted",
      text: `the climb ${name} by ${tool.name} is ${trust}`,
      observed: trust,
      threshold: accept.join(", ") || "nothing is accepted",
      flip: `would be judged when the profile accepts ${trust}`,
    }));
}
