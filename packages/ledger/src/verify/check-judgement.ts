import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize, digestOf } from "@holdpoint/core";
import type { VerdictStatement } from "../statement/verdict-predicate.ts";
import type { ProblemList } from "./problem-list.ts";
import { RUN_FILE } from "./run-files.ts";
import type { RunReader } from "./verify-run.ts";

/** The judgement is the one that was signed; gates' artifacts and the plan say the same as it does. */
export function checkJudgement(run: RunReader, { predicate }: VerdictStatement, problems: ProblemList): void {
  const { holdpoint } = predicate;
  const judgement = run.object(RUN_FILE.judgement);
  if (judgement === null) return;
  if (digestOf(judgement) !== holdpoint.judgement) {
    problems.add("file-changed", RUN_FILE.judgement);
    return;
  }
  const evidence = objects(judgement["evidence"]);
  const inputs = predicate.inputAttestations.map(({ digest }) => `sha256:${digest["sha256"]}`);
  const agrees =
    agree(judgement, holdpoint as unknown as JsonObject, [
      "verdict",
      "run",
      "profile",
      "candidate",
      "catalogue",
      "baseline",
      "holdReasons",
      "notJudged",
    ]) &&
    judgement["judgedAt"] === predicate.timeVerified &&
    judgement["policyDigest"] === `sha256:${predicate.policy.digest["sha256"]}` &&
    canonicalize(evidence.map((one) => one.digest ?? null)) === canonicalize(inputs);
  if (!agrees) problems.add("judgement-mismatch", RUN_FILE.judgement);
  checkGates(run, judgement, problems);
  checkPlan(run, judgement, problems);
}

function checkGates(run: RunReader, judgement: JsonObject, problems: ProblemList): void {
  const gates = objects(judgement["gates"]);
  const names = gates.map((gate) => `gates/${typeof gate["id"] === "string" ? gate["id"] : "?"}.json`);
  for (const name of run.list("gates")) if (!names.includes(name)) problems.add("file-extra", name);
  for (const [index, gate] of gates.entries()) {
    const name = names[index] as string;
    const artifact = run.object(name);
    if (artifact === null) continue;
    const same =
      agree(artifact, judgement, ["run", "candidate", "profile", "policyDigest", "catalogue", "judgedAt"]) &&
      canonicalize(artifact["gate"] ?? null) === canonicalize(gate);
    if (!same) problems.add("judgement-mismatch", name);
  }
}

function checkPlan(run: RunReader, judgement: JsonObject, problems: ProblemList): void {
  const plan = run.object(RUN_FILE.plan);
  if (plan === null) return;
  const [baseline, judged] = [objects([plan["baseline"] ?? null])[0], objects([judgement["baseline"] ?? null])[0]];
  const same =
    agree(plan, judgement, ["run", "candidate"]) &&
    plan["policy"] !== undefined &&
    digestOf(plan["policy"]) === judgement["policyDigest"] &&
    isInstant(plan["nowMs"], judgement["judgedAt"]) &&
    (baseline?.["verdict"] ?? null) === (judged?.["verdict"] ?? null);
  if (!same) problems.add("plan-mismatch", RUN_FILE.plan);
}

/** The objects of a list; a signer can put anything there. */
function objects(value: Json | undefined): JsonObject[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).filter(
    (item): item is JsonObject => typeof item === "object" && item !== null && !Array.isArray(item),
  );
}

function isInstant(ms: Json | undefined, text: Json | undefined): boolean {
  return typeof ms === "number" && typeof text === "string" && Date.parse(text) === ms;
}

function agree(a: JsonObject, b: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => {
    const [left, right] = [a[name], b[name]];
    return left !== undefined && right !== undefined && canonicalize(left) === canonicalize(right);
  });
}
