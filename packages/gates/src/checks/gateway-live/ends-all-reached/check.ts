import type { Check, CheckInput, Finding, GatewayLiveBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { endState } from "../../../evidence/gateway-ends.ts";
import { offence } from "../../../evidence/offence.ts";
import { untriedNames } from "../../../evidence/tried.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const ends = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.ends);
  const wanted = stringsParam(input.params, "states");
  const tried = ends.map((end) => end.wanted);
  const astray = ends.filter((end) => end.answered !== endState(end));
  const problems = [
    ...untriedNames(wanted, tried, "end"),
    ...offence(
      astray.map((end) => `${end.wanted}, but ${end.answered}`),
      { code: "not-reached", noun: "end", text: "not reached", flip: "would pass if each were reached" },
    ),
  ];
  return conclude(problems, {
    reason: `${count(wanted.length, "end")} reached by ${count(ends.length, "action")}`,
    observed: ends.length,
    threshold: wanted.length,
  });
}
