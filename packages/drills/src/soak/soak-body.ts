import type { Json, SoakBody, SoakIteration, SoakPlan, SoakTarget } from "@holdpoint/core";
import { canonicalize, judgeKpi, replaySoak, sha256Hex, verifyDeltas } from "@holdpoint/core";

export interface SoakBodyTerms {
  readonly run: string;
  readonly iterations: readonly SoakIteration[];
  readonly tuningEnabled: boolean;
  readonly aborted: string | null;
}

/** SHA-256 of a plan in RFC 8785 form, hexadecimal. */
export function soakPlanDigest(plan: SoakPlan): string {
  return sha256Hex(canonicalize(plan as unknown as Json));
}

/** Puts the evidence of a soak together: everything besides plan and iterations is computed from them. */
export function soakBody(plan: SoakPlan, { run, iterations, tuningEnabled, aborted }: SoakBodyTerms): SoakBody {
  const steady = iterations.filter(({ phase }) => phase === "steady");
  const judge = (which: "strict" | "soft"): SoakBody["kpis"]["strict"] =>
    plan.kpis.map((kpi) =>
      judgeKpi(
        kpi,
        steady.map(({ values }) => values[kpi.id] ?? null),
        which,
      ),
    );
  const { freezable, never, minMs } = plan.guards.freeze;
  return {
    schema: "holdpoint/soak/v1",
    id: plan.id,
    run,
    target: targetText(plan.target),
    synthetic: plan.synthetic,
    planned: plan.iterations,
    terms: {
      phases: plan.phases,
      kpis: plan.kpis,
      parameters: plan.parameters,
      freeze: { freezable, never, minMs },
      alongside: plan.alongside,
    },
    iterations,
    kpis: { strict: judge("strict"), soft: judge("soft") },
    deltas: verifyDeltas(iterations),
    tuningEnabled,
    aborted,
    planSha256: soakPlanDigest(plan),
    replay: replaySoak(plan, iterations),
  };
}

/** As a person would name it; a URL without its query. */
export function targetText(target: SoakTarget): string {
  if (target.kind === "command") return target.run.join(" ");
  const { origin, pathname } = new URL(target.load.url);
  return origin === "null" ? target.load.url : `${origin}${pathname}`;
}
