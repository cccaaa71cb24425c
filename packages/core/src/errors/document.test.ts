import assert from "node:assert/strict";
import { test } from "node:test";
import { documentErrors, undocumentedErrors } from "./document.ts";
import { ERRORS } from "./registry.ts";

const PAGE = documentErrors(ERRORS);

test("every registered code is documented with what it means and what to do", () => {
  const codes = Object.entries(ERRORS);
  assert.ok(codes.length > 30);
  for (const [code, { title, hint }] of codes) {
    assert.ok(PAGE.includes(`\n### \`${code}\`\n\n${title}.\n\n${hint}\n`), code);
  }
  assert.deepEqual(undocumentedErrors(PAGE, ERRORS), { undocumented: [], unregistered: [] });
});

test("a code that was left out and one that nobody registered are both noticed", () => {
  const without = PAGE.replace("### `HP-READ-EMPTY`", "### nothing");
  assert.deepEqual(undocumentedErrors(without, ERRORS), { undocumented: ["HP-READ-EMPTY"], unregistered: [] });
  const invented = `${PAGE}\n### \`HP-MADE-UP\`\n`;
  assert.deepEqual(undocumentedErrors(invented, ERRORS), { undocumented: [], unregistered: ["HP-MADE-UP"] });
  assert.equal(undocumentedErrors("", ERRORS).undocumented.length, Object.keys(ERRORS).length);
});

test("the page does not depend on the order of the registry", () => {
  assert.equal(documentErrors(Object.fromEntries(Object.entries(ERRORS).toReversed())), PAGE);
  assert.ok(PAGE.endsWith("|\n") && !PAGE.includes("undefined"));
});
