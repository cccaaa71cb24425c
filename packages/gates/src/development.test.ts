import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSkeleton, documentGates } from "./development.ts";
import { GATES } from "./registry.ts";

test("what the scripts of the house use documents every gate and makes a check", () => {
  const page = documentGates(GATES);
  for (const { id } of GATES) assert.ok(page.includes(`\`${id}\``) || page.includes(id), id);
  const files = Object.keys(checkSkeleton({ gate: "tests", id: "is-new", title: "It is new" }));
  assert.equal(files.length, 4);
});
