import type { Check, CheckInput, Finding, BreakersBody, BreakerProbes } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerProbes>[] = [
  {
    code: "too-few-submissions",
    text: "with fewer than 2 submissions",
    flip: "would be judged with 2 submissions",
    offends: ({ submitted }) => submitted < 2,
    outcome: "missing",
  },
  {
    code: "no-probe",
    text: "without a probe",
    flip: "would pass with 1 probe",
    offends: ({ upstreamCalls }) => upstreamCalls === 0,
  },
  {
    code: "several-probes",
    text: "with several probes at once",
    flip: "would pass with 1 at once",
    offends: ({ upstreamAtOnce, upstreamCalls }) => upstreamAtOnce > 1 || upstreamCalls > 1,
  },
  {
    code: "others-unaccounted",
    text: "where others were not refused",
    flip: "would pass if all others were refused",
    offends: ({ submitted, upstreamCalls, refused }) => refused + upstreamCalls < submitted,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.probes);
  return concludeTried(tried, {
    noun: "experiment",
    passed: "with one probe",
    name: ({ submitted, upstreamAtOnce, upstreamCalls }) =>
      `${upstreamCalls} calls, ${upstreamAtOnce} at once, for ${submitted} submissions`,
    rules: RULES,
  });
}
