import type { CheckInput, ProposedDelta, SoakBody, SoakIteration } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";

export function soaksOf(input: CheckInput): readonly SoakBody[] {
  return bodiesOf<SoakBody>(input, KIND.soak);
}

/** `market iteration 3`, as a person would look for it. */
export function placeOf({ id }: SoakBody, { iteration }: SoakIteration): string {
  return `${id} iteration ${iteration}`;
}

/** The iterations that are judged. */
export function steadyOf({ iterations }: SoakBody): readonly SoakIteration[] {
  return iterations.filter(({ phase }) => phase === "steady");
}

/** What was let through; what was skipped stands apart. */
export function attemptsOf({ tuning }: SoakIteration): readonly ProposedDelta[] {
  return tuning.proposed.filter(({ skipped }) => skipped === null);
}
