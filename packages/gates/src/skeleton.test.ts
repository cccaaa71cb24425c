import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import { GATES } from "./registry.ts";
import { checkSkeleton } from "./skeleton.ts";

test("a check is four files in its own folder", () => {
  const files = checkSkeleton({ gate: "tests", id: "none-slow", title: 'No "slow" test' });
  const folder = "packages/gates/src/checks/tests/none-slow";
  assert.deepEqual(
    Object.keys(files),
    ["definition.ts", "check.ts", "plants.ts", "check.test.ts"].map((name) => `${folder}/${name}`),
  );
  assert.match(files[`${folder}/definition.ts`] ?? "", /title: "No \\"slow\\" test",/);
});

test("a skeleton looks at the evidence that most checks of its gate look at", () => {
  assert.ok(GATES.length > 0);
  const needs = (gate: string): string | undefined =>
    /needs: \[KIND\.(\w+)\]/.exec(
      Object.values(checkSkeleton({ gate, id: "brand-new", title: "Brand new" })).join(""),
    )?.[1];
  for (const gate of GATES) assert.ok(Object.hasOwn(KIND, needs(gate.id) ?? ""), gate.id);
  assert.equal(needs("tests"), "testResults");
  assert.equal(needs("automation-coverage"), "plan");
  assert.equal(needs("ledger"), "ledger");
});

test("ids that could leave the folder, repeat a check or name no gate are refused", () => {
  const ask = (gate: string, id: string) => () => checkSkeleton({ gate, id, title: "A title" });
  for (const id of ["", "../x", "A", "a_b", "a-", "-a", "a--b", "a b", "a/b", "x".repeat(61)]) {
    assert.throws(ask("tests", id), { code: "HP-CONFIG-VALUE" }, id);
  }
  assert.throws(ask("tests", "none-failed"), { code: "HP-CONFIG-VALUE", message: /already/ });
  assert.throws(ask("test", "new-one"), { code: "HP-CONFIG-REFERENCE", message: /there are: .*tests/ });
});
