import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, Gate } from "@holdpoint/core";
import { check as skipped } from "./checks/tests/skipped-within-limit/check.ts";
import { documentGates } from "./document.ts";
import { GATES } from "./registry.ts";

const text = documentGates(GATES);

test("every gate and check is documented, and nothing else", () => {
  const headings = [...text.matchAll(/^##+ (.+)$/gm)].map((match) => match[1]);
  const expected = GATES.flatMap((gate) => [
    gate.id,
    ...gate.checks.map((check) => `${gate.id}/${check.definition.id}`),
  ]);
  assert.ok(expected.length > 0);
  assert.deepEqual(headings, expected);
});

test("everything that a definition says is in the text", () => {
  for (const { checks } of GATES) {
    for (const { definition, plants } of checks) {
      const { question, motivation, remediation, reasons, params } = definition;
      const parts = [
        question,
        motivation,
        remediation,
        ...Object.keys(reasons),
        ...Object.values(reasons),
        ...Object.keys(params),
        ...plants.map((plant) => plant.harm),
      ];
      for (const part of parts) assert.ok(text.includes(part), `${definition.id}: ${part}`);
    }
  }
});

test("a bar or line break cannot break a table", () => {
  const check: Check = {
    ...skipped,
    definition: { ...skipped.definition, reasons: { "too-many": "more | than\n allowed" } },
  };
  const gate: Gate = { id: "g", title: "G", question: "Is a | b?", sections: ["L"], phase: "self", checks: [check] };
  const made = documentGates([gate]);
  assert.match(made, /\| Is a \\\| b\? \| 1 \| last, on the other gates' artifacts \|/);
  assert.match(made, /more \\\| than allowed/);
});

test("the same gates give the same text, with one line break at its end", () => {
  assert.equal(documentGates(GATES), text);
  assert.match(text, /[^\n]\n$/);
});

test("the links of the table lead to headings", () => {
  for (const { id } of GATES) assert.ok(text.includes(`[${id}](#${id})`) && text.includes(`\n## ${id}\n`), id);
});
