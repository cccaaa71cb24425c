import type { Check, CheckInput, Finding, CoverageRegister } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionBodies } from "../../../evidence/coverage-exceptions.ts";
import { place } from "../../../place.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const registers = exceptionBodies(input).flatMap(({ register }) => register ?? []);
  const [first] = registers;
  if (first === undefined) {
    return {
      outcome: "not-applicable",
      code: "no-register",
      reason: "the configuration names no register",
      observed: 0,
      threshold: "1 register",
      flip: "would be judged with `coverage.register`",
    };
  }
  return conclude(registers.flatMap(problemsOf), {
    reason: `${first.file} says what the records say`,
    observed: first.state,
    threshold: "current",
  });
}

function problemsOf({ file, state, line, text }: CoverageRegister): Problem[] {
  if (state === "current") return [];
  if (!Object.hasOwn(definition.reasons, `register-${state}`))
    throw new RangeError(`the state of ${file} must be current, differs, absent or malformed`);
  return [
    {
      outcome: "fail",
      code: `register-${state}`,
      text: `${file}${line === null ? "" : `:${line}`}: ${text}`,
      observed: state,
      threshold: "current",
      flip: "would pass after `holdpoint coverage exceptions sync`",
      locations: [line === null ? { file, text } : place(file, line, text)],
    },
  ];
}
