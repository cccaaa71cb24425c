import type { RunFigures } from "@holdpoint/core";
import { HOLDING } from "@holdpoint/core";

/** A check that held runs of the period. */
export interface HeldCheck {
  readonly gate: string;
  readonly check: string;
  readonly code: string;
  readonly outcome: string;
  readonly times: number;
  /** RFC 3339, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** True when the last run that judged the gate held for it too. */
  readonly stillHolds: boolean;
}

/** A rule that guards nothing any more. */
export interface DeadGate {
  readonly gate: string;
  readonly check: string;
  readonly code: string;
}

const DEAD: ReadonlySet<string> = new Set(["dead-floor", "dead-gate", "rule-matches-nothing", "dead-glob"]);
const HELD_LISTED_MAX = 100;

/** Most often first. */
export function heldChecks(runs: readonly RunFigures[]): HeldCheck[] {
  const held = new Map<string, HeldCheck>();
  for (const { gates, judgedAt } of runs) {
    for (const gate of gates) {
      for (const [key, known] of held) if (known.gate === gate.id) held.set(key, { ...known, stillHolds: false });
      for (const { id, outcome, code } of gate.checks.filter((check) => isHolding(check.outcome))) {
        const key = JSON.stringify([gate.id, id, code]);
        const { times = 0, firstAt = judgedAt } = held.get(key) ?? {};
        const seen = { times: times + 1, firstAt, lastAt: judgedAt, stillHolds: true };
        held.set(key, { gate: gate.id, check: id, code, outcome, ...seen });
      }
    }
  }
  return [...held.values()]
    .sort((a, b) => b.times - a.times || compare(`${a.gate}/${a.check}`, `${b.gate}/${b.check}`))
    .slice(0, HELD_LISTED_MAX);
}

/** As the last run that judged the gate saw it. */
export function deadGates(runs: readonly RunFigures[]): DeadGate[] {
  const last = new Map(runs.flatMap(({ gates }) => gates.map((gate) => [gate.id, gate] as const)));
  return [...last.values()]
    .flatMap(({ id, checks }) => checks.map((check) => ({ gate: id, check: check.id, code: check.code })))
    .filter(({ code }) => DEAD.has(code))
    .sort((a, b) => compare(`${a.gate}/${a.check}`, `${b.gate}/${b.check}`));
}

function isHolding(outcome: string): boolean {
  return (HOLDING as ReadonlySet<string>).has(outcome);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
