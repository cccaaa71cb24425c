import type { Check, CheckInput, Finding, ResourcesBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { SteadyPart } from "../../../evidence/steady-part.ts";
import { steadyPartOf, withoutSteadyPart } from "../../../evidence/steady-part.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const steadyMsMin = countParam(input.params, "steadyMsMin");
  const readingsMin = countParam(input.params, "readingsMin");
  const parts = bodiesOf<ResourcesBody>(input, KIND.resources).map(steadyPartOf);
  const shortest = Math.min(...parts.map(({ lengthMs }) => lengthMs));
  return conclude(
    parts.flatMap((part) => {
      const none = withoutSteadyPart(part);
      return none.length > 0 ? none : [...tooShort(part, steadyMsMin), ...tooSparse(part, readingsMin)];
    }),
    {
      reason: parts
        .map((part) => `${part.subject}: ${part.lengthMs} ms, ${count(part.readings, "reading")}`)
        .join("; "),
      observed: shortest,
      threshold: steadyMsMin,
    },
  );
}

function tooShort({ subject, lengthMs }: SteadyPart, steadyMsMin: number): Problem[] {
  if (lengthMs >= steadyMsMin) return [];
  const text = `the steady part of ${subject} is ${lengthMs} ms, ${steadyMsMin} ms are needed`;
  const flip = `would be judged at >= ${steadyMsMin} ms`;
  return [{ outcome: "missing", code: "too-short", text, observed: lengthMs, threshold: steadyMsMin, flip }];
}

function tooSparse({ subject, readings }: SteadyPart, readingsMin: number): Problem[] {
  if (readings >= readingsMin) return [];
  const text = `${subject} was looked at ${count(readings, "time")} after warm-up, ${readingsMin} are needed`;
  const flip = `would be judged with ${readingsMin} readings`;
  return [{ outcome: "missing", code: "too-sparse", text, observed: readings, threshold: readingsMin, flip }];
}
