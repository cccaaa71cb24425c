import type { FailClosedRule, JsonObject } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import type { Bench, Tried } from "./bench.ts";
import type { RuleOutline } from "./rule-of.ts";
import { ruleOf } from "./rule-of.ts";

interface SubmissionRule extends RuleOutline {
  readonly adapter: string;
  readonly args?: JsonObject;
  /** Sent instead of adapter and arguments. */
  readonly request?: ProbeRequest;
  /** Adapter and arguments of the same call unharmed. */
  readonly control?: readonly [adapter: string, args: JsonObject];
  readonly deniesSigned?: boolean;
}

const SOUND: JsonObject = { text: "x" };

/** Submissions that must be refused, whoever sends them. */
const SUBMISSION_RULES: readonly SubmissionRule[] = [
  denied("evidence-missing", "leaves out an argument that the operation needs", "arguments_invalid", "count", {
    rows: [1],
    args: {},
  }),
  denied("unknown-field", "sends an argument that nobody knows", "arguments_invalid", "count", {
    args: { ...SOUND, surprise: 1 },
  }),
  denied("operation-unknown", "names an operation that the adapter lacks", "operation_unknown", "count", {
    request: { body: { adapter: "count", operation: "other", arguments: SOUND } },
  }),
  denied("no-rule", "asks for what no rule speaks of", "no_rule", "unruled"),
  denied("guardian-throws", "makes a rule throw while it is judged", "guardian_error", "thrower", {
    control: ["thrower", { ...SOUND, needed: 1 }],
  }),
  denied("budget-error", "sends an amount that is no number", "budget_error", "budgeted", {
    rows: [2],
    args: { ...SOUND, amount: "plenty" },
    control: ["budgeted", { ...SOUND, amount: 1 }],
  }),
  denied("budget-amount-absent", "leaves out what a budget counts", "budget_error", "budgeted", {
    rows: [2],
    control: ["budgeted", { ...SOUND, amount: 1 }],
  }),
  denied("budget-exhausted", "takes more than a budget has", "budget_exhausted", "budgeted", {
    args: { ...SOUND, amount: 100 },
    control: ["budgeted", { ...SOUND, amount: 1 }],
  }),
  refused("adapter-unknown", "names an adapter that is not there", "HP-GATEWAY-ADAPTER-UNKNOWN", "nowhere"),
  refused("destination-loopback", "leads to a network that is not allowed", "HP-ACTION-DESTINATION", "private"),
  refused("redirect-not-followed", "is sent elsewhere by the other side", "HP-ACTION-EXECUTION", "redirected"),
  canonical("canonicalization-failure", "sends a lone surrogate, which has no canonical form", '"\\ud800"'),
  canonical("canonicalization-overflow", "sends a number that has no canonical form", "1e400"),
  canonical("canonicalization-depth", "sends lists inside of lists", `${"[".repeat(2000)}${"]".repeat(2000)}`),
];

export async function trySubmissions(bench: Bench): Promise<FailClosedRule[]> {
  const rules: FailClosedRule[] = [];
  for (const rule of SUBMISSION_RULES) {
    const {
      adapter,
      args = SOUND,
      request,
      control = ["count", SOUND] as const,
      deniesSigned = false,
      ...outline
    } = rule;
    const send = (): Promise<Tried> => (request === undefined ? bench.submit(adapter, args) : bench.send(request));
    const first = await send();
    const second = await send();
    const unharmed = await bench.submit(...control);
    rules.push(await ruleOf(bench, outline, { first, second, control: unharmed, deniesSigned }));
  }
  return rules;
}

function denied(
  id: string,
  attempted: string,
  expected: string,
  adapter: string,
  more: Partial<SubmissionRule> = {},
): SubmissionRule {
  return { id, component: "guardian", attempted, expected, adapter, deniesSigned: true, ...more };
}

function refused(id: string, attempted: string, expected: string, adapter: string): SubmissionRule {
  return { id, component: expected.startsWith("HP-ACTION") ? "adapters" : "http", attempted, expected, adapter };
}

function canonical(id: string, attempted: string, value: string): SubmissionRule {
  const text = `{"adapter":"count","operation":"run","arguments":{"text":"x","amount":${value}}}`;
  return {
    id,
    component: "http",
    rows: [8],
    attempted,
    expected: "HP-GATEWAY-BODY",
    adapter: "count",
    request: { text },
  };
}
