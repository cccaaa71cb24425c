import type { Check, CheckInput, Finding, ResourcesBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const wrongByPercentMax = percentParam(input.params, "wrongByPercentMax");
  const bodies = bodiesOf<ResourcesBody>(input, KIND.resources);
  const problems = bodies.flatMap((body) => problemsOf(body, wrongByPercentMax));
  const found = bodies.map(
    ({ subject, selfTest }) =>
      `${subject}: injected ${rate(selfTest?.injectedPerS)}, found ${rate(selfTest?.detectedPerS)}`,
  );
  return conclude(problems, { reason: found.join("; "), observed: bodies.length, threshold: bodies.length });
}

function problemsOf({ subject, selfTest }: ResourcesBody, wrongByPercentMax: number): Problem[] {
  if (selfTest === null || !(selfTest.injectedPerS > 0)) {
    const text = `the detector was not tried beside ${subject}`;
    const flip = "would be judged with an injected leak";
    return [{ outcome: "missing", code: "not-tried", text, observed: "no self-test", threshold: "a self-test", flip }];
  }
  const { injectedPerS, detectedPerS, leakFound, soundFound } = selfTest;
  const problems: Problem[] = [];
  if (soundFound) {
    const text = `beside ${subject} a sound program was said to leak`;
    const flip = "would pass if the sound program were let go";
    problems.push({ outcome: "fail", code: "sound-accused", text, observed: true, threshold: false, flip });
  }
  if (!leakFound || detectedPerS === null) {
    const text = `beside ${subject} a leak of ${rate(injectedPerS)} was not found`;
    const flip = "would pass if the leak were found";
    problems.push({ outcome: "fail", code: "leak-not-found", text, observed: false, threshold: true, flip });
    return problems;
  }
  const percent = (Math.abs(detectedPerS - injectedPerS) / injectedPerS) * 100;
  if (percent > wrongByPercentMax) {
    problems.push({
      outcome: "fail",
      code: "wrong-size",
      text: `beside ${subject} a leak of ${rate(injectedPerS)} was found as ${rate(detectedPerS)}`,
      observed: Number(percent.toFixed(1)),
      threshold: wrongByPercentMax,
      flip: `would pass at <= ${wrongByPercentMax} % off`,
    });
  }
  return problems;
}

function rate(perS: number | null | undefined): string {
  return perS === null || perS === undefined ? "nothing" : `${Math.round(perS)} a second`;
}
