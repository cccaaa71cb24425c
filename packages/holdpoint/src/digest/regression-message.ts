import type { JsonObject } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import { explainCheck } from "../reporters/view/explain.ts";
import type { Document } from "./document.ts";
import { boundedTable } from "./document.ts";
import type { Message } from "./message.ts";
import { messageOf } from "./message.ts";

const GATE = "coverage-regression";
const LETS_THROUGH: ReadonlySet<string> = new Set(["PASS", "WARN"]);
const HOLDING_CHECK: ReadonlySet<string> = new Set(["fail", "error", "missing", "stale"]);
const CHECKS_MAX = 50;

/** What to tell at once: the release is held, and the gate `coverage-regression` is one of those that hold it. */
export function regressionMessage({ judgement }: Pick<RunResult, "judgement">): Message | null {
  const gate = judgement.gates.find(({ id }) => id === GATE);
  if (judgement.verdict !== "HOLD" || gate === undefined || !gate.blocking || LETS_THROUGH.has(gate.verdict))
    return null;
  const { candidate, run, profile, judgedAt } = judgement;
  const { service, commit, environment } = candidate;
  const held = gate.checks.filter(({ outcome }) => HOLDING_CHECK.has(outcome));
  const checks = held.slice(0, CHECKS_MAX).map((check) => {
    const { id, outcome, code } = check;
    return { id, outcome, code, reason: explainCheck(check).reason };
  });
  const data: JsonObject = {
    verdict: "HOLD",
    gate: GATE,
    gateVerdict: gate.verdict,
    run,
    profile,
    commit,
    environment,
    checks,
  };
  const rows = held.map((check) => [{ code: check.id }, check.outcome, explainCheck(check).reason]);
  const document: Document = {
    title: `HOLD of ${service}: coverage-regression is ${gate.verdict}`,
    lead: [`Commit ${commit.slice(0, 12)}, profile ${profile}, environment ${environment}, judged at ${judgedAt}.`],
    sections: [
      { title: "What holds", says: [], table: boundedTable(["Check", "Outcome", "Why"], rows, CHECKS_MAX) },
      { title: "What to do", says: ["`holdpoint explain coverage-regression` says what would let it through."] },
    ],
    foot: `Told by holdpoint promote, run ${run}; the verdict is on record.`,
  };
  return messageOf({ event: GATE, service, at: judgedAt, document, data });
}
