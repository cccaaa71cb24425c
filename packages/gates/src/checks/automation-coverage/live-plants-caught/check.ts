import type { Check, CheckInput, Finding, SelftestBody, SelftestLive } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { plannedGates } from "../../../evidence/planned-gates.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const exempt = stringsParam(input.params, "exempt");
  const live = bodiesOf<SelftestBody>(input, KIND.selftest).flatMap((body) => body.live);
  const gates = plannedGates(input)
    .map((gate) => gate.id)
    .filter((id) => !exempt.includes(id));
  const problems = [
    ...live.filter((one) => !one.caught).map(missed),
    ...gates.filter((id) => !live.some((one) => one.gate === id)).map(absent),
  ];
  const each = gates.map((id) => `${id} ${live.filter((one) => one.gate === id).length}`).join(", ");
  return conclude(problems, {
    reason: `${count(live.length, "live plant")} caught (${each})`,
    observed: live.length,
    threshold: live.length,
  });
}

function missed({ gate, plant, expected, got }: SelftestLive): Problem {
  return {
    outcome: "fail",
    code: "live-missed",
    text: `the gate "${gate}" let the live plant "${plant}" through: ${got}, not ${expected}`,
    observed: got,
    threshold: expected,
    flip: `would pass with ${expected}`,
  };
}

function absent(gate: string): Problem {
  return {
    outcome: "fail",
    code: "no-live-plant",
    text: `nothing was really harmed to try the gate "${gate}"`,
    observed: 0,
    threshold: "at least 1 live plant",
    flip: `would pass with 1 live plant for "${gate}"`,
  };
}
