import type { AccessTrial, CheckInput, FailClosedBody, FailClosedRule, JsonObject } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { byText } from "../text.ts";

export function failClosedBodies(input: CheckInput): readonly FailClosedBody[] {
  return bodiesOf<FailClosedBody>(input, KIND.failClosed);
}

/** Every rule, also those that were skipped. */
export function allRules(input: CheckInput): readonly FailClosedRule[] {
  return failClosedBodies(input).flatMap((body) => body.rules);
}

/** Rules that were tried. */
export function triedRules(input: CheckInput): readonly FailClosedRule[] {
  return allRules(input).filter(({ skipped }) => skipped === null);
}

export function accessTrials(input: CheckInput): readonly AccessTrial[] {
  return failClosedBodies(input).flatMap((body) => body.access);
}

/** What the next release's rules are compared with. */
export function failClosedFacts(input: CheckInput): JsonObject {
  return { rules: [...new Set(triedRules(input).map(({ id }) => id))].sort(byText) };
}

/** Ids of the rules that were tried at the last promotion; null when it left none of this form. */
export function rulesAtPromotion(input: CheckInput): readonly string[] | null {
  const facts = input.baseline?.facts["fail-closed"];
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return null;
  const { rules } = facts as JsonObject;
  return Array.isArray(rules) && rules.every((id) => typeof id === "string") ? rules : null;
}
