import type { Check, CheckResult, Gate, Judgement } from "@holdpoint/core";
import { didYouMean, HoldpointError } from "@holdpoint/core";
import type { ExplainFlags } from "../commands/explain.ts";
import { EXIT } from "../exit-codes.ts";
import { checkText, gateText, listText } from "../explain/explain-text.ts";
import type { Host } from "../host.ts";
import { latestJudgement } from "../io/latest-judgement.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export const EXPLAIN_SCHEMA = "holdpoint/explain/v1";

export default async function explain(host: Host, _flags: ExplainFlags, name?: string): Promise<Answer> {
  if (name === undefined) {
    const gates = GATES.map((gate) => describeGate(gate, null));
    return { exit: EXIT.pass, json: () => ({ schema: EXPLAIN_SCHEMA, gates }), text: () => listText(GATES) };
  }
  const [gateId = "", checkId] = name.split("/");
  const gate = find(GATES, ({ id }) => id, gateId, "gate");
  const judgement = latestJudgement(repositoryRoot(host.cwd));
  if (checkId === undefined) {
    return {
      exit: EXIT.pass,
      json: () => ({ schema: EXPLAIN_SCHEMA, run: judgement?.run ?? null, ...describeGate(gate, judgement) }),
      text: () => gateText(gate, judgement),
    };
  }
  const check = find(gate.checks, ({ definition }) => definition.id, checkId, `check of the gate "${gateId}"`);
  const result = resultOf(judgement, gate, check);
  return {
    exit: EXIT.pass,
    json: () => ({
      schema: EXPLAIN_SCHEMA,
      run: judgement?.run ?? null,
      gate: gate.id,
      ...describeCheck(check, result),
    }),
    text: () => checkText(gate, check, judgement, result),
  };
}

function find<T>(all: readonly T[], idOf: (one: T) => string, id: string, what: string): T {
  const found = all.find((one) => idOf(one) === id);
  if (found !== undefined) return found;
  throw new HoldpointError("HP-USAGE-NAME", `there is no ${what} called "${id}"${didYouMean(id, all.map(idOf))}`);
}

function resultOf(judgement: Judgement | null, gate: Gate, check: Check): CheckResult | null {
  const judged = judgement?.gates.find(({ id }) => id === gate.id);
  return judged?.checks.find(({ id }) => id === check.definition.id) ?? null;
}

function describeGate(gate: Gate, judgement: Judgement | null): object {
  const { id, title, question, sections, phase } = gate;
  const checks = gate.checks.map((check) => describeCheck(check, resultOf(judgement, gate, check)));
  return { gate: id, title, question, sections, phase, checks };
}

function describeCheck({ definition, plants }: Check, result: CheckResult | null): object {
  return { definition, plants: plants.map(({ id, harm, expect }) => ({ id, harm, expect })), result };
}
