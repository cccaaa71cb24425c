import type { CheckInput } from "@holdpoint/core";

/** Bodies of all evidence of a kind. */
export function bodiesOf<Body>(input: CheckInput, kind: string): readonly Body[] {
  return input.of<Body>(kind).map((stored) => stored.evidence.body);
}
