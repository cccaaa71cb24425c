import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { JsonObject } from "@holdpoint/core";
import type { BudgetRow, Guardian, Reservation } from "../contract/guardian.ts";
import { RISKS } from "../contract/risk.ts";
import type { Risk } from "../contract/risk.ts";
import { createGuardian } from "./create-guardian.ts";
import { REASONS } from "./reason-codes.ts";
import { guardianOf, NOON_MS, policyOf, testingOperation, testingRequest } from "./testing.ts";

const RULES = ["allow", "deny", "escalate"].map((then) => `{ id: ${then}, when: '"${then}" in args', then: ${then} }`);
const HOUR_MS = 3_600_000;

test("the decision is that of the strictest rule that fits, and nothing is allowed that no rule allows", () => {
  const guardian = guardianOf(RULES);
  const seen = new Set<string>();
  const risk = fc.option(fc.constantFrom<Risk>(...RISKS));
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), risk, (allow, deny, escalate, risk) => {
      const args: JsonObject = { ...(allow && { allow }), ...(deny && { deny }), ...(escalate && { escalate }) };
      const { decision } = guardian.decide(testingRequest({ arguments: args, risk })).decision;
      const isHigh = risk === "high" || risk === "critical";
      const expected = deny || !(allow || escalate) ? "DENY" : escalate || isHigh ? "ESCALATE" : "ALLOW";
      assert.equal(decision, expected);
      seen.add(decision);
    }),
    { numRuns: 300 },
  );
  assert.equal(seen.size, 3);
});

test("whatever is asked is decided, with a code out of the closed set, and never throws", () => {
  const guardian = guardianOf(
    [...RULES, "{ id: n, when: 'args.n > 3', then: allow }"],
    "budgets: [{ id: b, per: session, window: 1h, limit: 20, amount: 'args.n' }]",
  );
  const operation = fc.constantFrom(
    null,
    testingOperation(),
    testingOperation({ argumentsSchema: { properties: { n: { type: "number" } } } }),
    testingOperation({ argumentsSchema: { type: "broken" } }),
  );
  const codes = new Set<string>();
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("n", "allow", "deny", "__proto__"), fc.jsonValue()),
      operation,
      fc.option(fc.string({ maxLength: 4 })),
      fc.oneof(fc.integer(), fc.double(), fc.constant(NOON_MS)),
      fc.oneof(fc.nat(), fc.double()),
      (args, operation, sessionId, nowMs, generation) => {
        const request = testingRequest({ arguments: args as JsonObject, operation, sessionId, nowMs, generation });
        const { decision, reservations } = guardian.decide(request);
        assert.ok(Object.hasOwn(REASONS, decision.reasonCode), decision.reasonCode);
        if (decision.decision === "DENY") assert.deepEqual(reservations, []);
        codes.add(decision.reasonCode);
      },
    ),
    { numRuns: 1_000 },
  );
  assert.ok(codes.size >= 3, [...codes].join(" "));
});

interface Held {
  readonly reservations: readonly Reservation[];
  readonly amount: number;
}

/** Two budgets, of everybody's and of each actor's amounts, by the simplest of means. */
class Model {
  readonly used: Map<string, number> = new Map();

  take(actor: string, amount: number): boolean {
    const fits = this.of("*") + amount <= 30 && this.of(actor) + amount <= 12;
    if (fits) this.add(actor, amount);
    return fits;
  }

  add(actor: string, amount: number): void {
    for (const key of ["*", actor]) this.used.set(key, this.of(key) + amount);
  }

  of(key: string): number {
    return this.used.get(key) ?? 0;
  }
}

const BUDGETS = `budgets:
  - { id: everybody, per: all, window: 1h, limit: 30, amount: 'args.n' }
  - { id: each, per: actor, window: 1h, limit: 12, amount: 'args.n' }`;

type Step = readonly ["take", string, number] | readonly ["commit" | "release", number] | readonly ["restart"];

test("budgets hold what a model of them holds, over starts and in any order of settling", () => {
  const policyText = policyOf(["{ id: all, then: allow }"], BUDGETS);
  const actor = fc.constantFrom("ann", "bea", "cid");
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constant("take" as const), actor, fc.nat(7)) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom("commit" as const, "release" as const), fc.nat()) },
    { weight: 1, arbitrary: fc.constant(["restart"] as const) },
  );
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60, size: "max" }), (steps) => {
      let guardian: Guardian = createGuardian({ policyText, file: "policy.yaml" });
      const model = new Model();
      const stored = new Map<string, BudgetRow>();
      const open: (Held & { readonly actor: string })[] = [];
      const store = (reservations: readonly Reservation[]): void => {
        for (const row of guardian.budgetRows(reservations)) stored.set(`${row.budget} ${row.key}`, row);
      };
      for (const one of steps) {
        if (one[0] === "take") {
          const [, actor, n] = one;
          const principal = { actor, roles: new Set(["requester"] as const) };
          const request = testingRequest({ principal, arguments: { n }, nowMs: NOON_MS });
          const { decision, reservations } = guardian.decide(request);
          const fits = model.take(actor, n);
          assert.equal(decision.decision, fits ? "ALLOW" : "DENY");
          seen[fits ? "taken" : "refused"] += 1;
          if (fits) open.push({ actor, reservations, amount: n });
          store(reservations);
        } else if (one[0] === "restart") {
          guardian = createGuardian({ policyText, file: "policy.yaml" });
          guardian.restore([...stored.values()]);
        } else if (open.length > 0) {
          const [held] = open.splice(one[1] % open.length, 1);
          if (held === undefined) continue;
          guardian.settle(held.reservations, one[0]);
          if (one[0] === "release") model.add(held.actor, -held.amount);
          store(held.reservations);
        }
      }
      for (const { budget, key, reserved, committed } of stored.values()) {
        assert.equal(reserved + committed, model.of(key), `${budget} of ${key}`);
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(seen.taken > 100 && seen.refused > 100, JSON.stringify(seen));
});

test("no order of settling and no time leads below 0 or over the limit", () => {
  const guardian = guardianOf(
    ["{ id: all, then: allow }"],
    "budgets: [{ id: b, per: all, window: 1h, limit: 10, amount: 'args.n' }]",
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.nat(12), fc.integer({ min: -3, max: 3 }), fc.constantFrom("commit" as const, "release" as const)),
        {
          minLength: 1,
          maxLength: 30,
        },
      ),
      (steps) => {
        for (const [n, hours, how] of steps) {
          const { reservations } = guardian.decide(
            testingRequest({ arguments: { n }, nowMs: NOON_MS + hours * HOUR_MS }),
          );
          for (const { reserved, committed } of guardian.budgetRows(reservations))
            assert.ok(reserved + committed <= 10);
          guardian.settle(reservations, how);
          guardian.settle(reservations, "release");
          for (const { reserved, committed } of guardian.budgetRows(reservations)) {
            assert.ok(reserved >= 0 && committed >= 0 && reserved + committed <= 10);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
