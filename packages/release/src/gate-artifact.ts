import type { Candidate, GateResult, Judgement } from "@holdpoint/core";

export const GATE_ARTIFACT_SCHEMA = "holdpoint/gate-artifact/v1";

/** What one gate leaves behind (`schemas/gate-artifact.v1.json`), also when it fails. */
export interface GateArtifactDocument {
  readonly schema: typeof GATE_ARTIFACT_SCHEMA;
  readonly run: string;
  readonly candidate: Candidate;
  readonly profile: string;
  readonly policyDigest: string;
  readonly catalogue: Judgement["catalogue"];
  readonly judgedAt: string;
  readonly durationMs: number;
  readonly gate: GateResult;
}

/** `<gate>-<UTC milliseconds>-<run>.json` in `reports/audit/`. */
export function gateArtifactName(document: Pick<GateArtifactDocument, "run" | "judgedAt" | "gate">): string {
  return `${document.gate.id}-${Date.parse(document.judgedAt)}-${document.run}.json`;
}
