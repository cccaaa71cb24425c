import type { FailClosedRule, SignedTrace } from "@holdpoint/core";
import type { Bench, Tried } from "./bench.ts";

/** A rule before it is tried. */
export type RuleOutline = Pick<FailClosedRule, "id" | "component" | "attempted" | "expected"> & {
  readonly rows?: readonly number[];
};

export interface RuleOutcome {
  readonly first: Tried;
  /** Null where it cannot be tried twice. */
  readonly second: Tried | null;
  readonly control: Tried;
  /** Whether a signed DENY is due. */
  readonly deniesSigned?: boolean;
}

/** The rule as it was tried; denial and receipt are fetched where they are due. */
export async function ruleOf(bench: Bench, outline: RuleOutline, outcome: RuleOutcome): Promise<FailClosedRule> {
  const { first, second, control, deniesSigned = false } = outcome;
  const none: SignedTrace | null = null;
  return {
    rows: [],
    ...outline,
    by: "gateway",
    skipped: null,
    got: first.word,
    again: second === null ? null : (second.word ?? "no answer"),
    effects: first.effects + (second?.effects ?? 0),
    control: control.effects,
    denial: deniesSigned ? await bench.denial(first) : none,
    receipt: first.id === null ? none : await bench.receipt(first),
  };
}

/** A rule that could not be tried here. */
export function skippedRule(outline: RuleOutline, why: string): FailClosedRule {
  return { ...untried(outline), skipped: why };
}

/** A start that was tried: it has no target. */
export function startRule(outline: RuleOutline, got: string | null): FailClosedRule {
  return { ...untried(outline), got };
}

function untried(outline: RuleOutline): FailClosedRule {
  return {
    rows: [],
    ...outline,
    by: "gateway",
    skipped: null,
    got: null,
    again: null,
    effects: null,
    control: null,
    denial: null,
    receipt: null,
  };
}
