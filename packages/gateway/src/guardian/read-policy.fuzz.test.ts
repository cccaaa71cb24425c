import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import { readPolicy } from "./read-policy.ts";
import { TRIAL_POLICY } from "./trial-policy.ts";

const SOUND = `${TRIAL_POLICY}budgets:
  - { id: daily, adapters: [notify], per: actor, window: 24h, limit: 100, amount: 'int(args.amount)' }
`;

function read(text: string): "read" | "refused" {
  const policy = readOrRefuse(() => readPolicy(text, "policy.yaml"));
  if (policy === null) return "refused";
  assert.match(policy.digest, /^sha256:/);
  return "read";
}

test("any text is read or refused with a place", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void read(text)),
    { numRuns: 300 },
  );
});

test("a sound policy that was harmed is read or refused with a place", () => {
  const seen = { read: 0, refused: 0 };
  const bytes = new TextEncoder().encode(SOUND);
  assert.equal(read(SOUND), "read");
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      seen[read(harm(bytes, seededRandom(seed)).toString("utf8"))] += 1;
    }),
    { numRuns: 400 },
  );
  assert.ok(seen.refused > 0 && seen.read + seen.refused >= 400, JSON.stringify(seen));
});

test("any text in the place of an expression is compiled or refused at its line", () => {
  const words =
    "args . a ( ) [ ] == && || ! 1 1.5 'x' ? : size matches , all exists x { } in - has null true \\ \u2028 é";
  const part = fc.constantFrom(...words.split(" "), " ");
  const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(""));
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(text, (when) => {
      const policy = { version: 1, rules: [{ id: "a", when: when === "" ? " " : when, raise_risk_to: "low" }] };
      seen[read(JSON.stringify(policy))] += 1;
    }),
    { numRuns: 500, examples: [["true"]] },
  );
  assert.ok(seen.refused > 0 && seen.read > 0, JSON.stringify(seen));
});
