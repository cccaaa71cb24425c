import type { Baseline, Evidence, Json, JsonObject, Judgement } from "@holdpoint/core";
import { canonicalize, digestOf, sha256Hex } from "@holdpoint/core";
import { publicKeyFileName } from "./io/key-files.ts";
import { publicKeyPem } from "./keys/public-key.ts";
import type { Ledger } from "./ledger.ts";
import { recordProof } from "./statement/inclusion-file.ts";
import { signStatement } from "./statement/sign-statement.ts";
import { verdictStatement } from "./statement/verdict-statement.ts";
import { evidenceOf, judgementOf, NOW_MS, POLICY } from "./testing.ts";
import type { RunFiles } from "./verify/run-files.ts";

/** Files of a run's folder by name, as the release room writes them. */
export type RunTexts = Record<string, string>;

export interface PlayedRun {
  readonly files: RunTexts;
  readonly judgement: Judgement;
  /** Index of the verdict's record. */
  readonly index: number;
}

/** Plays a whole run into a ledger: evidence, verdict, record, proof. */
export function playRun(ledger: Ledger, run: string, patch: Partial<Judgement> = {}): PlayedRun {
  const evidence = [
    evidenceOf("test-results", run),
    evidenceOf("coverage", run),
    evidenceOf("test-results", run, { more: 1 }),
  ];
  ledger.append([{ kind: "run-started", run, body: {} }, ...evidence.map((one) => evidenceRecord(run, one))]);
  const judgement = judgementOf(run, evidence, patch);
  const { origin, size, root, checkpoint } = ledger.head();
  const head = { origin, size, root, checkpoint: checkpoint ?? "" };
  const envelope = signStatement(verdictStatement({ judgement, ledger: head, version: "0.1.0" }), ledger.signer);
  const plan = canonicalize({
    policy: POLICY,
    candidate: judgement.candidate,
    run,
    nowMs: NOW_MS,
    baseline: null,
    waivers: [],
  } as unknown as Json);
  const judged: RunTexts = { "plan.json": plan };
  for (const gate of judgement.gates) judged[`gates/${gate.id}.json`] = gateArtifact(judgement, gate);
  const verdict = `sha256:${sha256Hex(envelope)}`;
  const body = {
    verdict: judgement.verdict,
    profile: judgement.profile,
    candidate: judgement.candidate,
    envelope: verdict,
    files: digestsOf(judged),
    promotion: judgement.verdict === "PROMOTE" ? promotionOf(judgement, verdict) : null,
  };
  const { first } = ledger.append([{ kind: "verdict", run, body: body as unknown as JsonObject }]);
  const { checkpoint: after, inclusion } = recordProof(ledger, first);
  const files: RunTexts = {
    ...judged,
    "judgement.json": text(judgement),
    "verdict.dsse.json": envelope,
    "checkpoint.txt": after,
    "inclusion.json": inclusion,
    "report.html": "<p>for people; not covered by the verdict</p>",
    [`keys/${publicKeyFileName(ledger.signer.publicKey.fingerprint)}`]: publicKeyPem(ledger.signer.publicKey),
  };
  for (const one of evidence) files[evidenceName(one)] = text(one);
  return { files, judgement, index: first };
}

export function promotionOf(judgement: Judgement, verdict: string): Omit<Baseline, "choice"> {
  return {
    verdict,
    candidate: judgement.candidate,
    promotedAt: judgement.judgedAt,
    policyDigest: judgement.policyDigest,
    gates: judgement.gates.map(({ id, blocking, verdict: said }) => ({ id, blocking, verdict: said, checks: [] })),
    facts: { tests: { passed: ["one", "two"] } },
  };
}

/** A run's folder in memory. */
export function memoryRun(files: Readonly<Record<string, string | Uint8Array>>): RunFiles {
  return {
    read: (name) => (files[name] === undefined ? null : Buffer.from(files[name])),
    list: (folder) =>
      Object.keys(files)
        .filter((name) => name.startsWith(`${folder}/`))
        .sort(),
  };
}

function evidenceRecord(run: string, evidence: Evidence): { kind: string; run: string; body: JsonObject } {
  return { kind: "evidence", run, body: { kind: evidence.kind, digest: digestOf(evidence as unknown as Json) } };
}

function evidenceName(evidence: Evidence): string {
  return `evidence/${evidence.kind}-${digestOf(evidence as unknown as Json).slice(7, 23)}.json`;
}

function digestsOf(files: RunTexts): RunTexts {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, `sha256:${sha256Hex(content)}`]));
}

function gateArtifact(judgement: Judgement, gate: Judgement["gates"][number]): string {
  const { run, candidate, profile, policyDigest, catalogue, judgedAt } = judgement;
  const schema = "holdpoint/gate-artifact/v1";
  return text({ schema, run, candidate, profile, policyDigest, catalogue, judgedAt, durationMs: 5, gate });
}

function text(value: unknown): string {
  return canonicalize(value as Json);
}
