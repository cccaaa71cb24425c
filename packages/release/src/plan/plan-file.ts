import type { Json, JsonObject, JudgeInput } from "@holdpoint/core";
import { digestOf, EVIDENCE_SCHEMA, HoldpointError, readJson } from "@holdpoint/core";
import type { Gate, StoredEvidence, Evidence } from "@holdpoint/core";

export const PLAN_SCHEMA = "holdpoint/plan/v1";

/** `plan.json` of a run (`schemas/plan.v1.json`): everything that judging needs besides the evidence. */
export interface PlanFile extends Omit<JudgeInput, "evidence"> {
  readonly schema: typeof PLAN_SCHEMA;
  /** Head of the ledger when the run began; null for an empty one. */
  readonly ledger: { readonly origin: string; readonly size: number; readonly root: string };
  /** What each gate's definitions said, so that a replay by other code explains itself. */
  readonly gateDigests: Readonly<Record<string, string>>;
}

export function planFile(
  input: Omit<JudgeInput, "evidence">,
  ledger: PlanFile["ledger"],
  gates: readonly Gate[],
): PlanFile {
  const { policy, candidate, run, nowMs, baseline, waivers } = input;
  return {
    schema: PLAN_SCHEMA,
    policy,
    candidate,
    run,
    nowMs,
    baseline,
    waivers,
    ledger,
    gateDigests: gateDigests(gates),
  };
}

export function gateDigests(gates: readonly Gate[]): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const gate of gates) {
    digests[gate.id] = digestOf(gate.checks.map((check) => check.definition) as unknown as Json);
  }
  return digests;
}

/** Text of one of a run's files, and where it lies. */
export interface RunFile {
  readonly file: string;
  readonly text: string;
}

const PLAN_MEMBERS = ["policy", "candidate", "run", "nowMs", "baseline", "waivers", "gateDigests"] as const;

/** @throws HoldpointError `HP-READ-…` for what is no JSON, no plan, or one from which something was taken */
export function readPlan(plan: RunFile): PlanFile {
  const read = parse(plan, PLAN_SCHEMA);
  const absent = PLAN_MEMBERS.filter((name) => !Object.hasOwn(read, name));
  if (absent.length === 0) return read as unknown as PlanFile;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", `the plan has no ${absent.join(", ")}`, { file: plan.file });
}

/** Reads a run's plan and evidence back into what is judged. */
export function readJudgeInput(plan: RunFile, evidence: readonly RunFile[]): JudgeInput {
  const { policy, candidate, run, nowMs, baseline, waivers } = readPlan(plan);
  return { policy, candidate, run, nowMs, baseline, waivers, evidence: evidence.map(stored) };
}

function stored(file: RunFile): StoredEvidence {
  const evidence = parse(file, EVIDENCE_SCHEMA);
  return { digest: digestOf(evidence), evidence: evidence as unknown as Evidence };
}

function parse({ file, text }: RunFile, schema: string): JsonObject {
  const value = readJson(text, { file });
  if (typeof value === "object" && value !== null && "schema" in value && value["schema"] === schema) return value;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", `it does not say that it is ${schema}`, { file });
}
