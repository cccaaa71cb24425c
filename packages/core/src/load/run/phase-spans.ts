import type { PhaseSpan } from "../../slo/scope-feed.ts";

/** As a plan or the head of an artifact has it. */
interface PhaseTerms {
  readonly name: string;
  readonly durationMs: number;
  readonly arrival: string | { readonly kind: string };
}

/** Phases one behind the other, each with its beginning. */
export function phaseSpans(phases: readonly PhaseTerms[]): PhaseSpan[] {
  let startMs = 0;
  return phases.map(({ name, durationMs, arrival }) => {
    const isClosed = (typeof arrival === "string" ? arrival : arrival.kind) === "closed";
    const phase = { name, durationMs, startMs, ...(isClosed ? { isClosed } : {}) };
    startMs += durationMs;
    return phase;
  });
}

/** What a plan takes, milliseconds; answers that come in later belong to the last phase. */
export function plannedMs(phases: readonly { readonly durationMs: number }[]): number {
  return phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
