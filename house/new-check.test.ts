import assert from "node:assert/strict";
import { test } from "node:test";
import { registerCheck } from "../scripts/new/register-check.ts";

const GATE = `import type { Gate } from "@holdpoint/core";
import { check as noneFailed } from "../checks/tests/none-failed/check.ts";
import { facts } from "../facts.ts";

export const tests: Gate = {
  id: "tests",
  checks: [CHECKS],
  facts,
};
`;

test("a check is imported after the others and listed last", () => {
  const text = registerCheck(GATE.replace("CHECKS", "noneFailed"), "tests", "none-too-slow");
  assert.match(
    text,
    /none-failed\/check\.ts";\nimport \{ check as noneTooSlow \} from "\.\.\/checks\/tests\/none-too-slow\/check\.ts";\n/,
  );
  assert.match(text, /checks: \[noneFailed, noneTooSlow\],\n {2}facts,/);
});

test("a list over several lines keeps one name a line", () => {
  const text = registerCheck(GATE.replace("CHECKS", "\n    noneFailed,\n  "), "tests", "none-slow");
  assert.match(text, /checks: \[\n {4}noneFailed,\n {4}noneSlow,\n {2}\],\n/);
});

test("a check that is there, a gate without checks and a gate without a list are refused", () => {
  assert.throws(() => registerCheck(GATE, "tests", "none-failed"), /registered already/);
  assert.throws(() => registerCheck("export const tests = {};", "tests", "a"), /no place/);
  assert.throws(() => registerCheck(GATE.replace("checks:", "chests:"), "tests", "a"), /no list/);
});
