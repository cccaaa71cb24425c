import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { consume } from "./consume.ts";
import { grantFor } from "./grant.ts";
import { grantObjection } from "./grant-objection.ts";
import { TERMS, testingApprovable } from "./testing.ts";

const name = fc.constantFrom("a", "b");
const actor = fc.constantFrom("ann", "bea", "cid");
const action = fc.record({ actor, adapter: name, operation: name, argumentsDigest: name });
const instant = fc.nat(1_000_000);
const waited = fc.integer({ min: -30_000, max: 200_000 });

test("a grant lets through its own call in its time, once, and no other", () => {
  const seen = { through: 0, refused: 0 };
  fc.assert(
    fc.property(
      action,
      action,
      actor,
      name,
      instant,
      waited,
      (asked, called, approver, policy, grantedAtMs, waitedMs) => {
        fc.pre(approver !== asked.actor);
        const nowMs = grantedAtMs + waitedMs;
        const granted = testingApprovable(asked);
        const grant = grantFor(
          { ...granted, decision: granted.decision && { ...granted.decision, policyDigest: "a" } },
          approver,
          grantedAtMs,
          TERMS,
        );
        const call = { ...called, policyDigest: policy, attempt: 1 };
        const isSame =
          asked.adapter === called.adapter &&
          asked.operation === called.operation &&
          asked.argumentsDigest === called.argumentsDigest &&
          policy === "a" &&
          called.actor !== approver;
        const isInTime = nowMs >= grantedAtMs && nowMs < grantedAtMs + TERMS.ttlMs;
        const found = grantObjection(grant, call, nowMs);
        assert.equal(found === null, isSame && isInTime);
        seen[found === null ? "through" : "refused"] += 1;
        assert.notEqual(grantObjection(consume(grant, nowMs), call, nowMs), null, "a second time it is refused");
      },
    ),
    { numRuns: 3_000 },
  );
  assert.ok(seen.through > 5 && seen.refused > 500, JSON.stringify(seen));
});
