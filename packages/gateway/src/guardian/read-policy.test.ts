import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createGuardian } from "./create-guardian.ts";
import { readPolicy } from "./read-policy.ts";
import { testingPrincipal, testingRequest } from "./testing.ts";
import { refusalOf } from "./testing-refusal.ts";

const WHOLE = `version: 1
rules:
  - id: small
    adapters: [payments, "mcp-*"]
    operations: [refund]
    roles: [requester, operator]
    when: 'args.amount <= 100'
    then: allow
    reason: small ones
    raise_risk_to: medium
  - { id: risky, raise_risk_to: critical }
escalate_from: critical
budgets:
  - { id: daily, adapters: [payments], operations: [refund], per: session, window: 90s, limit: 0, amount: 'args.n' }
approvals: { ttl: 10m, per_session: 3, in_all: 0 }
`;

test("a policy is read with all that it says", () => {
  const { policy, digest } = readPolicy(WHOLE, "policy.yaml");
  assert.deepEqual(policy, {
    version: 1,
    rules: [
      {
        id: "small",
        adapters: ["payments", "mcp-*"],
        operations: ["refund"],
        roles: ["requester", "operator"],
        when: "args.amount <= 100",
        effect: "allow",
        reason: "small ones",
        raiseRiskTo: "medium",
      },
      {
        id: "risky",
        adapters: ["*"],
        operations: ["*"],
        roles: null,
        when: null,
        effect: null,
        reason: null,
        raiseRiskTo: "critical",
      },
    ],
    escalateFrom: "critical",
    budgets: [
      {
        id: "daily",
        adapters: ["payments"],
        operations: ["refund"],
        per: "session",
        windowMs: 90_000,
        limit: 0,
        amount: "args.n",
      },
    ],
    approvals: { ttlMs: 600_000, perSessionMax: 3, inAllMax: 0 },
  });
  assert.match(digest, /^sha256:[0-9a-f]{64}$/);
});

test("what is left out has its default", () => {
  const { policy } = readPolicy("version: 1\nrules: []\n", "policy.yaml");
  assert.deepEqual(policy, {
    version: 1,
    rules: [],
    escalateFrom: "high",
    budgets: [],
    approvals: { ttlMs: 120_000, perSessionMax: 10, inAllMax: 1_000 },
  });
});

test("the digest is of what the policy says, not of how it is written", () => {
  const digest = (text: string): string => readPolicy(text, "policy.yaml").digest;
  const plain = digest("version: 1\nrules:\n  - { id: a, then: allow }\n");
  assert.equal(
    digest('# why\n{"rules": [{"then": "allow", "id": "a"}], "version": 1, "escalate_from": "high"}'),
    plain,
  );
  const others = [
    "version: 1\nrules:\n  - { id: b, then: allow }\n",
    "version: 1\nrules:\n  - { id: a, then: deny }\n",
    "version: 1\nrules:\n  - { id: a, then: allow, when: dry_run }\n",
    "version: 1\nrules:\n  - { id: a, then: allow, reason: x }\n",
    "version: 1\nrules:\n  - { id: a, then: allow }\nescalate_from: low\n",
    "version: 1\nrules:\n  - { id: a, then: allow }\napprovals: { ttl: 121s }\n",
  ].map(digest);
  assert.equal(new Set([plain, ...others]).size, others.length + 1);
});

const BUDGET_A = "{ id: b, per: all, window: 1h, limit: 1 }";

const REFUSED: readonly (readonly [string, string, RegExp, number, number])[] = [
  ["no YAML", "version: 1\nrules: [\n", /./, 3, 1],
  ["nothing", "", /holds nothing/, 1, 1],
  ["a list", "- 1\n", /must be object/, 1, 1],
  ["a key twice", "version: 1\nrules: []\nrules: []\n", /unique/, 3, 1],
  ["an unknown key", "version: 1\nrules: []\nescalate_form: high\n", /did you mean "escalate_from"/, 3, 1],
  ["an unknown key of a rule", "version: 1\nrules:\n  - id: a\n    than: allow\n", /did you mean "then"/, 4, 5],
  [
    "an unknown key of a budget",
    withBudget("{ id: b, per: all, windw: 1h, limit: 1 }"),
    /did you mean "window"/,
    4,
    24,
  ],
  ["no version", "rules: []\n", /needs the key "version"/, 1, 1],
  ["another version", "version: 2\nrules: []\n", /must be 1, not 2/, 1, 10],
  ["no rules", "version: 1\n", /needs the key "rules"/, 1, 1],
  ["an effect that is none", "version: 1\nrules:\n  - { id: a, then: permit }\n", /allow, deny, escalate/, 3, 20],
  ["a rule that says nothing", "version: 1\nrules:\n  - { id: a }\n", /needs "then" or "raise_risk_to"/, 3, 5],
  ["an id twice", "version: 1\nrules:\n  - { id: a, then: deny }\n  - { id: a, then: allow }\n", /given twice/, 4, 11],
  ["an id of another form", "version: 1\nrules:\n  - { id: A b, then: allow }\n", /right form/, 3, 11],
  ["a role that is none", "version: 1\nrules:\n  - { id: a, roles: [boss], then: allow }\n", /requester/, 3, 22],
  ["no role", "version: 1\nrules:\n  - { id: a, roles: [], then: allow }\n", /fewer than 1/, 3, 21],
  ["a risk that is none", "version: 1\nrules: []\nescalate_from: none\n", /must be one of safe/, 3, 16],
  ["a budget's id twice", withBudget(`${BUDGET_A}\n  - ${BUDGET_A}`), /given twice in budgets/, 5, 11],
  ["a window too short", withBudget("{ id: b, per: all, window: 999ms, limit: 1 }"), /from 1s to 31d/, 4, 32],
  ["a window too long", withBudget("{ id: b, per: all, window: 32d, limit: 1 }"), /from 1s to 31d/, 4, 32],
  ["a window of another form", withBudget("{ id: b, per: all, window: 1 day, limit: 1 }"), /right form/, 4, 32],
  ["a negative limit", withBudget("{ id: b, per: all, window: 1h, limit: -1 }"), />= 0/, 4, 43],
  ["a limit with a fraction", withBudget("{ id: b, per: all, window: 1h, limit: 1.5 }"), /integer/, 4, 43],
  [
    "a limit beyond exact numbers",
    withBudget("{ id: b, per: all, window: 1h, limit: 9007199254740993 }"),
    /<= /,
    4,
    43,
  ],
  ["no limit", withBudget("{ id: b, per: all, window: 1h }"), /needs the key "limit"/, 4, 5],
  ["budgets per nobody", withBudget("{ id: b, per: team, window: 1h, limit: 1 }"), /actor, session, all/, 4, 19],
  ["a time to live too long", "version: 1\nrules: []\napprovals: { ttl: 8d }\n", /from 1s to 7d/, 3, 19],
  ["no CEL", "version: 1\nrules:\n  - { id: a, when: 'actor ==', then: allow }\n", /rule "a".*EOF/, 3, 29],
  ["an unknown variable", "version: 1\nrules:\n  - { id: a, when: 'acto == \"x\"', then: allow }\n", /"actor"/, 3, 21],
  ["a wrong type", "version: 1\nrules:\n  - { id: a, when: 'risk > 3', then: allow }\n", /string > int/, 3, 21],
  ["no truth value", "version: 1\nrules:\n  - { id: a, when: 'risk', then: allow }\n", /true or false/, 3, 21],
  [
    "an amount that is text",
    withBudget("{ id: b, per: all, window: 1h, limit: 1, amount: actor }"),
    /budget "b".*number/,
    4,
    54,
  ],
  ["an alias bomb", `version: 1\nrules: &a [${"*a,".repeat(101)}]\n`, /100 aliases/, 2, 312],
  ["too many rules", `version: 1\nrules:\n${"  - { id: a, then: deny }\n".repeat(1_001)}`, /more than 1000/, 3, 3],
];

function withBudget(budget: string): string {
  return `version: 1\nrules: []\nbudgets:\n  - ${budget}\n`;
}

for (const [what, text, said, line, column] of REFUSED) {
  test(`refused with its place: ${what}`, () => {
    const { code, message, place } = refusalOf(() => readPolicy(text, "policy.yaml"));
    assert.equal(code, "HP-GATEWAY-POLICY");
    assert.match(message, said);
    assert.deepEqual(place, { file: "policy.yaml", line, column });
  });
}

test("what is larger than a policy may be is refused", () => {
  const { code, place } = refusalOf(() => readPolicy(`version: 1\nrules: []\n#${"x".repeat(300_000)}`, "policy.yaml"));
  assert.equal(code, "HP-GATEWAY-POLICY");
  assert.equal(place.file, "policy.yaml");
});

test("the policy in the docstring is one, and decides as it says", () => {
  const source = readFileSync(new URL("./read-policy.ts", import.meta.url), "utf8");
  const text = /`version: 1\n[^`]*`/.exec(source.replaceAll(/^ \* ?/gm, ""))?.[0].slice(1, -1) ?? "";
  const { policy } = readPolicy(text, "policy.yaml");
  assert.deepEqual(
    policy.rules.map((rule) => rule.id),
    ["small-refunds", "large-refunds", "nothing-on-behalf-of-bots"],
  );
  const guardian = createGuardian({ policyText: text, file: "policy.yaml" });
  const decided = (actor: string, amount: number, generation = 0): string => {
    const principal = testingPrincipal(actor);
    return guardian.decide(testingRequest({ principal, arguments: { amount }, generation })).decision.reasonCode;
  };
  assert.equal(decided("ann", 100), "rule_allowed");
  assert.equal(decided("ann", 101), "rule_escalated");
  assert.equal(decided("bot-1", 1, 1), "rule_denied");
  assert.equal(decided("ann", 800), "budget_exhausted");
});
