import type { ReplayFilter, ReplayPlan, ReplayRun } from "../../contract/dead-letter.ts";

export interface ReplayFilterWire {
  readonly ids?: readonly string[];
  readonly failure_class?: string;
  readonly adapter?: string;
  readonly operation?: string;
  readonly session?: string;
  readonly since?: string;
  readonly until?: string;
}

export interface ReplayPlanWire {
  readonly id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly filter: ReplayFilterWire;
  readonly count: number;
  readonly decisions: Readonly<Record<"ALLOW" | "DENY" | "ESCALATE", number>>;
  readonly estimate_ms: number;
  readonly items: readonly {
    readonly id: string;
    /** When it died. */
    readonly before: { readonly class: string; readonly policy: string };
    /** If it were replayed now. */
    readonly today: {
      readonly decision: string;
      readonly reason_code: string;
      readonly policy: string;
      readonly breaker: string;
    };
  }[];
}

export interface ReplayRunWire {
  readonly id: string;
  readonly plan_id: string;
  readonly state: "running" | "done" | "aborted";
  readonly planned: number;
  readonly started: number;
  readonly skipped: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly action_ids: readonly string[];
}

export function replayPlanWire(plan: ReplayPlan): ReplayPlanWire {
  return {
    id: plan.id,
    created_at: iso(plan.createdAtMs),
    expires_at: iso(plan.expiresAtMs),
    filter: filterWire(plan.filter),
    count: plan.count,
    decisions: plan.decisions,
    estimate_ms: Math.ceil(plan.estimateMs),
    items: plan.items.map(({ id, before, today }) => ({
      id,
      before: { class: before.failureClass, policy: before.policyDigest },
      today: {
        decision: today.decision,
        reason_code: today.reasonCode,
        policy: today.policyDigest,
        breaker: today.breaker,
      },
    })),
  };
}

export function replayRunWire(run: ReplayRun): ReplayRunWire {
  return {
    id: run.id,
    plan_id: run.planId,
    state: run.state,
    planned: run.planned,
    started: run.started,
    skipped: run.skipped,
    succeeded: run.succeeded,
    failed: run.failed,
    action_ids: run.actionIds,
  };
}

function filterWire(filter: ReplayFilter): ReplayFilterWire {
  const { failureClass, sinceMs, untilMs, ...same } = filter;
  return {
    ...same,
    ...(failureClass === undefined ? {} : { failure_class: failureClass }),
    ...(sinceMs === undefined ? {} : { since: iso(sinceMs) }),
    ...(untilMs === undefined ? {} : { until: iso(untilMs) }),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
