import assert from "node:assert/strict";
import { test } from "node:test";
import { countPoints } from "../counts/points.ts";
import { FilePoints, PointBuilders } from "./file-points.ts";
import { OpenMethod } from "./method.ts";

test("of the points around a line the narrowest counts, of equal ones a visited one", () => {
  const points = new FilePoints();
  points.addStatement(1, 6, 1, 3);
  points.addStatement(2, 4, 2, 0);
  points.addStatement(3, 3, 2, 7);
  points.addStatement(5, 5, 3, 0);
  points.addStatement(5, 5, 3, 2);
  points.addBranch(1, 1, true);
  points.addBranch(1, 1, false);
  points.addFunction(1, 1, true);
  const builders = new PointBuilders(true);
  const { lines, hits, statements, branches, functions } = points.finish(builders);
  assert.deepEqual([...(lines ?? [])], [3, 4, 7, 8, 11, 13]);
  assert.deepEqual([...(hits ?? [])], [3, 0, 7, 0, 2, 3]);
  assert.deepEqual(statements && countPoints(statements), { covered: 3, total: 5 });
  assert.deepEqual(branches && countPoints(branches), { covered: 1, total: 2 });
  assert.deepEqual(functions && countPoints(functions), { covered: 1, total: 1 });
  assert.deepEqual(new FilePoints().finish(builders), {
    lines: null,
    hits: null,
    statements: null,
    branches: null,
    functions: null,
    regions: null,
  });
});

test("a branch without a line stands at the last point before it", () => {
  const method = new OpenMethod(1);
  assert.equal(method.lineAt(5), 0);
  method.addPoint("1", 10, 4, 0);
  method.addPoint("1", 12, 8, 1);
  method.addPoint("2", 11, 6, 0);
  assert.deepEqual(
    [0, 4, 6, 7, 8, 99].map((offset) => method.lineAt(offset)),
    [10, 10, 11, 11, 12, 12],
  );
  assert.deepEqual(method.first, { fileId: "1", line: 10 });
  assert.ok(method.isHit);
});
