import type { Candidate, Evidence, GateResult, Json, Judgement } from "@holdpoint/core";
import { digestOf, EVIDENCE_SCHEMA, JUDGEMENT_SCHEMA } from "@holdpoint/core";
import { CompactRange } from "./merkle/compact-range.ts";
import { hashText } from "./merkle/hash.ts";

/** Shapes that the tests of this room start from. */
export const CANDIDATE: Candidate = {
  service: "trial",
  commit: "a".repeat(40),
  tree: "b".repeat(40),
  dirty: false,
  artifacts: [{ name: "trial.tgz", sha256: "d".repeat(64) }],
  configDigest: `sha256:${"c".repeat(64)}`,
  environment: "release",
};

/** 2026-01-02T03:04:05.000Z */
export const NOW_MS: number = Date.UTC(2026, 0, 2, 3, 4, 5);

export const POLICY: Json = { profile: "release", gates: [], partial: false };

/** A clock that moves on by a second whenever it is looked at. */
export function ticking(startMs: number = NOW_MS): () => number {
  let nowMs = startMs;
  return () => (nowMs += 1000);
}

export function rootOf(leaves: readonly Uint8Array[]): string {
  const range = new CompactRange();
  for (const leaf of leaves) range.append(hashText(leaf));
  return range.root().toString("base64");
}

export function evidenceOf(kind: string, run: string, body: Json = { seen: true }): Evidence {
  const at = new Date(NOW_MS - 1000).toISOString();
  return {
    schema: EVIDENCE_SCHEMA,
    kind,
    candidate: CANDIDATE,
    run,
    provenance: "measured",
    producer: { name: "testing", version: "1" },
    startedAt: at,
    finishedAt: at,
    samples: 3,
    inputs: [],
    body,
  };
}

export function gateOf(id: string): GateResult {
  return { id, title: `Gate ${id}`, verdict: "PASS", blocking: true, sections: ["L"], checks: [] };
}

export function judgementOf(run: string, evidence: readonly Evidence[], patch: Partial<Judgement> = {}): Judgement {
  const verdict = patch.verdict ?? "PROMOTE";
  const holdReasons = [
    { gate: "tests", check: "none-failed", outcome: "fail", code: "failed", text: "2 tests failed" },
  ];
  return {
    schema: JUDGEMENT_SCHEMA,
    verdict,
    profile: "release",
    partial: false,
    candidate: CANDIDATE,
    run,
    judgedAt: new Date(NOW_MS).toISOString(),
    policyDigest: digestOf(POLICY),
    catalogue: { version: "1", digest: `sha256:${"e".repeat(64)}` },
    baseline: { choice: "last-promoted", verdict: null },
    gates: [gateOf("tests"), gateOf("ledger")],
    sections: { required: [], covered: ["L"], uncovered: [] },
    holdReasons: verdict === "HOLD" ? holdReasons : [],
    evidence: evidence.map((one) => ({
      kind: one.kind,
      digest: digestOf(one as unknown as Json),
      provenance: one.provenance,
      samples: one.samples,
    })),
    notJudged: [{ suite: "kill", reason: "takes ten minutes" }],
    score: { passed: 2, decided: 2, asked: 2 },
    ...patch,
  };
}
