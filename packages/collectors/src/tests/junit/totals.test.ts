import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeclaredTotals } from "./declared.ts";
import type { Tally } from "./tally.ts";
import { addTally, emptyTally } from "./tally.ts";
import type { CountedSuite } from "./totals.ts";
import { totalsDifferences } from "./totals.ts";

const tally = (patch: Partial<Tally> = {}): Tally => ({ ...emptyTally(), ...patch });
const declare = (patch: Partial<DeclaredTotals>): DeclaredTotals => ({
  tests: null,
  failures: null,
  errors: null,
  skipped: null,
  disabled: null,
  ...patch,
});

function differences(patch: Partial<CountedSuite>, dialect: string = "unknown"): string[] {
  const suite: CountedSuite = {
    name: "s",
    line: 3,
    isRoot: false,
    declared: declare({}),
    own: tally(),
    total: tally(),
    children: tally(),
    repeated: 0,
    ...patch,
  };
  return totalsDifferences(suite, dialect).map(({ what, declared, counted }) => `${what} ${declared}≠${counted}`);
}

test("a suite that declares nothing contradicts nothing", () => {
  assert.deepEqual(differences({ total: tally({ tests: 5, failures: 2 }) }), []);
});

test("everything declared must fit one and the same way of counting", () => {
  const counts = { own: tally({ tests: 1, failures: 1 }), total: tally({ tests: 4, failures: 2 }) };
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 1, failures: 1 }) }), []);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 4, failures: 2 }) }), []);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 4, failures: 1 }) }), ["failures 1≠2"]);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 0, failures: 0 }) }), [
    "tests 0≠4",
    "failures 0≠2",
  ]);
});

test("node:test counts a nested suite as one test", () => {
  const counts = { own: tally({ tests: 1 }), total: tally({ tests: 9 }), children: tally({ tests: 3, failures: 1 }) };
  const declared = declare({ tests: 3, failures: 1 });
  assert.deepEqual(differences({ ...counts, declared }, "node:test"), []);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 9 }) }, "node:test"), ["tests 9≠3"]);
  assert.ok(differences({ ...counts, declared }).length > 0);
});

test("pytest counts a test once whose teardown failed as well", () => {
  const counts = { total: tally({ tests: 4, failures: 1, errors: 1 }), repeated: 1 };
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 3, failures: 1, errors: 1 }) }, "pytest"), []);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 2 }) }, "pytest"), ["tests 2≠3"]);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 3 }) }), ["tests 3≠4"]);
});

test("mocha says at the root how many tests it left out of the list", () => {
  const counts = { own: tally({ tests: 3 }), total: tally({ tests: 3 }) };
  const root = { ...counts, isRoot: true };
  assert.deepEqual(differences({ ...root, declared: declare({ tests: 5, skipped: 2 }) }, "mocha"), []);
  assert.deepEqual(differences({ ...root, declared: declare({ tests: 6, skipped: 2 }) }, "mocha"), ["tests 6≠3"]);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 4 }) }, "mocha"), []);
  assert.deepEqual(differences({ ...counts, declared: declare({ tests: 2 }) }, "mocha"), ["tests 2≠3"]);
});

test("tallies add up field by field", () => {
  const sum = tally({ tests: 1, skipped: 1 });
  addTally(sum, { tests: 2, failures: 3, errors: 4, skipped: 5, notRun: 6 });
  assert.deepEqual(sum, { tests: 3, failures: 3, errors: 4, skipped: 6, notRun: 6 });
});
