import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageException } from "@holdpoint/core";
import { measure, proposals } from "./measure.ts";
import type { MeasureTerms } from "./measure.ts";
import { componentOf, coverageExceptionOf, fileOf } from "./testing-register.ts";

const COMMIT = "c".repeat(40);

function terms(changes: Partial<MeasureTerms> = {}): MeasureTerms {
  const files = [fileOf("src/a.ts", 4, 10), fileOf("src/b.ts", 8, 10), fileOf("src/c.ts", 10, 10)];
  return {
    files,
    components: [componentOf("src", { floors: { lines: 90 } })],
    exceptions: [],
    tracked: files.map(({ path }) => path),
    nowMs: Date.UTC(2026, 0, 10),
    commit: COMMIT,
    ...changes,
  };
}

const paths = (changes: Partial<MeasureTerms> = {}): string[] =>
  proposals(terms(changes)).map(({ path, metric, count }) => `${path} ${metric} ${count.covered}/${count.total}`);
const exception = (changes: Partial<CoverageException>): CoverageException =>
  coverageExceptionOf({ path: "src/a.ts", matches: ["src/a.ts"], atDecision: { covered: 4, total: 10 }, ...changes });

test("of a component below its floor the files below it are proposed, worst first", () => {
  assert.deepEqual(paths(), ["src/a.ts lines 4/10", "src/b.ts lines 8/10"]);
});

test("a component that reaches its floor proposes nothing, whatever single files are like", () => {
  assert.deepEqual(paths({ components: [componentOf("src", { floors: { lines: 70 } })] }), []);
  assert.deepEqual(paths({ components: [] }), []);
  assert.deepEqual(paths({ components: [componentOf("src", { floors: { regions: 90 } })] }), [], "not measured");
});

test("a limit of uncovered lines proposes too, and each file once", () => {
  const limited = componentOf("src", { floors: {}, maxUncovered: { lines: 7 } });
  assert.deepEqual(paths({ components: [limited] }), ["src/a.ts lines 4/10", "src/b.ts lines 8/10"]);
  assert.deepEqual(paths({ components: [limited, componentOf("src", { id: "again" })] }).length, 2);
  assert.deepEqual(paths({ components: [componentOf("src", { floors: {}, maxUncovered: { lines: 8 } })] }), []);
});

test("what an exception explains is not proposed, and one that does not suffice leaves the others", () => {
  assert.deepEqual(paths({ exceptions: [exception({})] }), [], "5 lines short, 6 exempted");
  assert.deepEqual(paths({ exceptions: [exception({ atDecision: { covered: 6, total: 10 } })] }), [
    "src/b.ts lines 8/10",
  ]);
  assert.deepEqual(paths({ exceptions: [exception({ introducedIn: COMMIT })] }), ["src/b.ts lines 8/10"]);
});

test("shares of a path are the sum of its files", () => {
  const measured = measure(terms());
  assert.equal(measured.at, "2026-01-10T00:00:00.000Z");
  assert.deepEqual(measured.shareOf("src/*.ts", "lines"), { covered: 22, total: 30 });
  assert.equal(measured.shareOf("src/gone.ts", "lines"), null);
  assert.equal(measured.shareOf("src/{", "lines"), null);
  assert.deepEqual([measured.isReached("src/c.ts", "lines"), measured.isReached("src/a.ts", "lines")], [true, false]);
});
