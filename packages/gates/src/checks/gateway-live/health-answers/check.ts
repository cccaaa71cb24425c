import type { Check, CheckInput, Finding, GatewayLiveBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { untriedNames } from "../../../evidence/tried.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const OK = 200;

function judge(input: CheckInput): Finding {
  const probes = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.probes);
  const asked = probes.map(({ path }) => path);
  const unwell = probes.filter(({ status }) => status !== OK).map(({ path, status }) => `${path}: ${status}`);
  const malformed = probes.flatMap(({ path, problems }) => problems.slice(0, 1).map((text) => `${path}: ${text}`));
  const problems = [
    ...untriedNames(stringsParam(input.params, "paths"), asked, "path"),
    ...offence(unwell, { code: "not-healthy", noun: "path", text: "not answered 200", flip: "would pass with 200" }),
    ...offence(malformed, { code: "malformed", noun: "answer", text: "malformed", flip: "would pass if well formed" }),
  ];
  const passed = `${count(probes.length, "path")} answered 200, each in its form`;
  return conclude(problems, { reason: passed, observed: probes.length, threshold: probes.length });
}
