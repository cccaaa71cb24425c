import { join } from "node:path";
import type { Gate, GateResult, JudgeInput, Json } from "@holdpoint/core";
import { canonicalize, CATALOGUE_VERSION, catalogueDigest, digestOf, judgeGates, sha256Hex } from "@holdpoint/core";
import type { GateArtifactDocument } from "./gate-artifact.ts";
import { GATE_ARTIFACT_SCHEMA, gateArtifactName } from "./gate-artifact.ts";
import { makeIgnoredFolder, readText } from "./io/files.ts";
import type { RunDirectory } from "./io/run-directory.ts";
import type { NewRecord, RunLedger } from "./run-ledger.ts";
import type { ArtifactFile } from "./self/artifacts.ts";
import type { Steps } from "./steps.ts";

const AUDIT_FOLDER = join("reports", "audit");

export interface JudgedGateTerms {
  readonly root: string;
  readonly directory: RunDirectory;
  readonly ledger: RunLedger;
  readonly steps: Steps;
  readonly nowMs: () => number;
}

/** One judged gate with the artifact that it left. */
export interface JudgedGate {
  readonly result: GateResult;
  /** Relative to the root. */
  readonly artifact: string;
  readonly signature: string;
  readonly sha256: string;
}

/** Judges the policy's gates of one phase; each leaves its artifact and signature at once, whatever it says. */
export async function judgePhase(
  phase: Gate["phase"],
  gates: readonly Gate[],
  input: JudgeInput,
  terms: JudgedGateTerms,
): Promise<JudgedGate[]> {
  const judged: JudgedGate[] = [];
  makeIgnoredFolder(join(terms.root, AUDIT_FOLDER));
  for (const { id } of input.policy.gates) {
    const gate = gates.find((one) => one.id === id && one.phase === phase);
    if (gate !== undefined) judged.push(await judgeOne(gate, input, terms));
  }
  return judged;
}

async function judgeOne(gate: Gate, input: JudgeInput, terms: JudgedGateTerms): Promise<JudgedGate> {
  const startedAtMs = terms.nowMs();
  const work = (): GateResult => judgeGates([gate], input)[0] as GateResult;
  const result = await terms.steps.measure("gate", gate.id, work, (one) => one.verdict);
  return leaveArtifact(result, terms.nowMs() - startedAtMs, input, terms);
}

function leaveArtifact(gate: GateResult, durationMs: number, input: JudgeInput, terms: JudgedGateTerms): JudgedGate {
  const document: GateArtifactDocument = {
    schema: GATE_ARTIFACT_SCHEMA,
    run: input.run,
    candidate: input.candidate,
    profile: input.policy.profile,
    policyDigest: digestOf(input.policy as unknown as Json),
    catalogue: { version: CATALOGUE_VERSION, digest: catalogueDigest() },
    judgedAt: new Date(input.nowMs).toISOString(),
    durationMs,
    gate,
  };
  const text = canonicalize(document as unknown as Json);
  const name = gateArtifactName(document);
  const file = join(terms.root, AUDIT_FOLDER, name);
  terms.directory.write(join("gates", `${gate.id}.json`), text);
  return {
    result: gate,
    artifact: terms.directory.writeAt(file, text),
    signature: terms.directory.writeAt(
      file.replace(/\.json$/, ".dsse.json"),
      terms.ledger.signArtifact(name, text, input),
    ),
    sha256: sha256Hex(text),
  };
}

/** The artifacts as they lie on disk now, not as they were meant to be written. */
export function readArtifacts(root: string, judged: readonly JudgedGate[]): ArtifactFile[] {
  return judged.map(({ result, artifact, signature }) => ({
    gate: result.id,
    file: artifact,
    text: readText(join(root, artifact)),
    signed: readText(join(root, signature)) !== null,
  }));
}

export function gateRecords(run: string, judged: readonly JudgedGate[]): NewRecord[] {
  return judged.map(({ result, artifact, sha256 }) => ({
    kind: "gate",
    run,
    body: { gate: result.id, verdict: result.verdict, digest: `sha256:${sha256}`, file: artifact },
  }));
}
