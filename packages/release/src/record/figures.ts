import type { Gate, GateFigures, Json, JsonObject, JudgeInput, Judgement, RunFigures } from "@holdpoint/core";
import { EvidenceSet } from "@holdpoint/core";

/** What a run saw, for digests and trends. A gate whose figures cannot be made tells so in their place. */
export function figuresOf(
  judgement: Judgement,
  input: JudgeInput,
  gates: readonly Gate[],
  durationMs: number,
): JsonObject {
  const { service, environment, commit } = judgement.candidate;
  const figures: RunFigures = {
    verdict: judgement.verdict,
    profile: judgement.profile,
    partial: judgement.partial,
    service,
    environment,
    commit,
    judgedAt: judgement.judgedAt,
    durationMs,
    gates: judgement.gates.map(gateFigures),
    figures: Object.fromEntries(ownFigures(input, gates)),
  };
  return figures as unknown as JsonObject;
}

const QUIET: ReadonlySet<string> = new Set(["pass", "not-applicable"]);

function gateFigures({ id, verdict, checks }: Judgement["gates"][number]): GateFigures {
  const seen = checks.filter(({ outcome }) => !QUIET.has(outcome));
  return { id, verdict, checks: seen.map(({ id: check, outcome, code }) => ({ id: check, outcome, code })) };
}

function ownFigures(input: JudgeInput, gates: readonly Gate[]): (readonly [string, JsonObject])[] {
  const set = new EvidenceSet(input.evidence);
  const { candidate, baseline, nowMs, policy } = input;
  return policy.gates.flatMap(({ id, params }) => {
    const gate = gates.find((one) => one.id === id);
    if (gate?.figures === undefined) return [];
    try {
      const terms = { candidate, params: {}, baseline, nowMs, of: <Body>(kind: string) => set.of<Body>(kind) };
      return [[id, gate.figures(terms, params)] as const];
    } catch (thrown) {
      // History is information: a figure that cannot be made must not cost the verdict.
      return [[id, { unreadable: String(thrown) as Json }] as const];
    }
  });
}
