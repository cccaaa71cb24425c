import assert from "node:assert/strict";
import { test } from "node:test";
import { loadValidator } from "./schema-validator.ts";

test("a published schema says what is wrong with a document, and where", async () => {
  const problemsOf = await loadValidator("gate-artifact.v1.json");
  const problems = problemsOf({ schema: "holdpoint/gate-artifact/v1", gate: {} });
  assert.ok(problems.length > 0 && problems.length <= 20);
  assert.ok(
    problems.every((problem) => problem.startsWith("/")),
    problems.join("; "),
  );
});
