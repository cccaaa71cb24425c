import type { Check, CheckInput, FailClosedBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { failClosedBodies } from "../../../evidence/fail-closed-rules.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = failClosedBodies(input);
  const announced = bodies.reduce((sum, { probe }) => sum + probe.announced, 0);
  const versions = bodies.map(({ probe }) => probe.version).join(", ");
  return conclude(bodies.flatMap(problemsOf), {
    reason: `all of ${announced} probes came back from version ${versions}`,
    observed: announced,
    threshold: announced,
  });
}

function problemsOf({ probe, rules }: FailClosedBody): Problem[] {
  const { announced, exitCode } = probe;
  const came = rules.filter(({ by }) => by === "probe").length;
  const problem = { outcome: "fail", observed: came, threshold: announced } as const;
  if (announced === 0) {
    return [
      {
        ...problem,
        outcome: "missing",
        code: "probe-absent",
        text: "no probe was announced",
        threshold: "at least 1 probe",
        flip: "would be judged with 1 probe",
      },
    ];
  }
  return [
    ...(exitCode === 0
      ? []
      : [
          {
            ...problem,
            code: "probe-failed",
            text: `the program that probes ended with ${exitCode ?? "no exit code"}`,
            observed: exitCode ?? "no exit code",
            threshold: 0,
            flip: "would pass at exit code 0",
          },
        ]),
    ...(came === announced
      ? []
      : [
          {
            ...problem,
            code: "probe-short",
            text: `${came} of ${announced} probes came back`,
            flip: `would pass with ${announced}`,
          },
        ]),
  ];
}
