import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_TOTALS } from "../differences.ts";
import type { Totals } from "../differences.ts";
import type { NunitCount } from "./totals.ts";
import { addCases, differences2, differences3, noCases } from "./totals.ts";

const seen = (patch: Partial<NunitCount>): NunitCount => ({ ...noCases(), ...patch });
const shown = (found: ReturnType<typeof differences3>): readonly string[] =>
  found.map(({ what, declared, counted }) => `${what} ${declared}≠${counted}`);
const three = (declared: Partial<Totals>, count: NunitCount): readonly string[] =>
  shown(differences3({ suite: "s", line: 1, declared: { ...NO_TOTALS, ...declared } }, count));
const two = (declared: Partial<Totals>, count: NunitCount): readonly string[] =>
  shown(differences2({ suite: "s", line: 1, declared: { ...NO_TOTALS, ...declared } }, count));

test("version 3 counts errors as failures, and warnings as neither passed nor failed", () => {
  const count = seen({ passed: 2, failed: 1, errored: 1, warning: 1, inconclusive: 1, skipped: 1 });
  assert.deepEqual(three({ tests: 7, passed: 2, failures: 2, skipped: 2 }, count), []);
  assert.deepEqual(three({ tests: 7, passed: 3, failures: 2, skipped: 2 }, count), ["passed 3≠2"]);
  assert.deepEqual(three({ tests: 7, passed: 2, failures: 1, skipped: 2 }, count), ["failures 1≠2"]);
});

test("explicit tests are in both totals, in neither, or in one of them", () => {
  const count = seen({ passed: 1, explicit: 1 });
  for (const [tests, skipped] of [
    [2, 1],
    [1, 0],
    [2, 0],
    [1, 1],
  ] as const) {
    assert.deepEqual(three({ tests, skipped, passed: 1 }, count), [], `${tests} ${skipped}`);
  }
  assert.deepEqual(three({ tests: 3, skipped: 1 }, count), ["tests 3≠2"]);
});

test("version 2 counts what was run, and some of its producers what was not", () => {
  const count = seen({ passed: 2, failed: 1, errored: 1, skipped: 2 });
  assert.deepEqual(two({ tests: 4, failures: 1, errors: 1, skipped: 2 }, count), []);
  assert.deepEqual(two({ tests: 6, failures: 1, errors: 1, skipped: 2 }, count), []);
  assert.deepEqual(two({ tests: 3, failures: 1, errors: 0, skipped: 3 }, count), []);
  assert.deepEqual(two({ tests: 5, failures: 1, errors: 1, skipped: 2 }, count), ["tests 5≠4"]);
});

test("counts add up field by field", () => {
  const sum = seen({ passed: 1, explicit: 2 });
  addCases(sum, seen({ passed: 2, failed: 3, warning: 4 }));
  assert.deepEqual(sum, seen({ passed: 3, failed: 3, warning: 4, explicit: 2 }));
});
