import assert from "node:assert/strict";
import { test } from "node:test";
import { component, coveredFile } from "../scenes/coverage.ts";
import { noneNamed, partProblems, partsOf, partsReached, partsWanted } from "./coverage-parts.ts";

const files = [coveredFile("src/store/a.ts"), coveredFile("src/b.ts")];
const store = component({ id: "store", paths: ["src/store/**"] });
const all = component({ id: "all", paths: ["src/**"], floors: { lines: 95 }, maxUncovered: { lines: 1 } });

test("a file may be in several components, and no rule takes it from another", () => {
  const parts = partsOf([store, all], files);
  assert.deepEqual(
    parts.map((part) => part.files.length),
    [1, 2],
  );
  assert.equal(partsReached(parts), "store lines 90.00%, all lines 90.00%");
  assert.equal(partsWanted([store, all]), "store lines 85%, all lines 95%, at most 1 lines uncovered");
});

test("floors and limits are both held, a component without files is unknown", () => {
  const [, whole] = partsOf([store, all], files);
  assert.ok(whole !== undefined);
  assert.deepEqual(
    partProblems(whole, { softUntil: null }).map(({ code }) => code),
    ["below-floor", "too-many-uncovered"],
  );
  assert.deepEqual(
    partProblems(whole, { softUntil: "2030-01-01" }).map(({ outcome }) => outcome),
    ["warn", "warn"],
  );
  const [gone] = partProblems({ component: store, files: [] }, { softUntil: null });
  assert.deepEqual([gone?.outcome, gone?.code], ["missing", "not-measured"]);
});

test("where nothing is named nothing is judged", () => {
  assert.equal(noneNamed("component").outcome, "not-applicable");
});
