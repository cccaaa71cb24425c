import assert from "node:assert/strict";
import { test } from "node:test";
import { artifactParts, WHOLE } from "./part.ts";
import { artifactFile, component, marksOf } from "./testing-artifacts.ts";

const A = artifactFile("src/a.ts", marksOf("1:1 2:0", "1:1/2"));
const B = artifactFile("src/store/b.ts", marksOf("1:1"));

test("the whole counts everything, a component what its globs fit", () => {
  const components = [component("store", ["src/store/**"]), component("src", ["src/**"]), component("none", ["x/**"])];
  const parts = artifactParts([A, B], ["src/store/new.ts", "lib/c.ts"], components);
  assert.deepEqual(
    parts.map(({ id, files, unmeasured }) => [id, files.map(({ path }) => path), unmeasured]),
    [
      [WHOLE, ["src/a.ts", "src/store/b.ts"], ["src/store/new.ts", "lib/c.ts"]],
      ["store", ["src/store/b.ts"], ["src/store/new.ts"]],
      ["src", ["src/a.ts", "src/store/b.ts"], ["src/store/new.ts"]],
      ["none", [], []],
    ],
  );
  assert.deepEqual(parts[0]?.totals.lines, { covered: 2, total: 3 });
  assert.deepEqual(parts[1]?.totals.branches, null, "not measured there is not 0 of 0");
  assert.equal(parts[3]?.totals.lines, null);
});
