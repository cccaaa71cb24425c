import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, ComponentConfig, CoverageFigures, JsonObject } from "@holdpoint/core";
import { KIND, sceneEvidence } from "@holdpoint/core";
import { coverage, coveredFile } from "../scenes/coverage.ts";
import { coverageFigures } from "./coverage-figures.ts";

const component: ComponentConfig = {
  id: "store",
  paths: ["src/store/**"],
  floors: { lines: 80 },
  maxUncovered: {},
  shards: [],
  tags: ["reliability"],
  critical: true,
  advisoryUntil: null,
};

function figures(params: Readonly<Record<string, JsonObject>>): CoverageFigures {
  const files = [coveredFile("src/a.ts"), coveredFile("src/store/b.ts", { branches: null })];
  const evidence = sceneEvidence({ bodies: { [KIND.coverage]: [coverage({ files })] } });
  return coverageFigures({ of: () => evidence } as unknown as CheckInput, params) as unknown as CoverageFigures;
}

test("the whole and each component, with the metrics that were measured", () => {
  const { files, totals, components } = figures({ "component-floors": { components: [component] as never } });
  assert.equal(files, 2);
  assert.deepEqual(totals.lines, { covered: 18, total: 20 });
  assert.deepEqual(totals.branches, { covered: 8, total: 10 });
  const [store] = components;
  assert.deepEqual([store?.id, store?.tags, store?.critical], ["store", ["reliability"], true]);
  assert.deepEqual(store?.totals.lines, { covered: 9, total: 10 });
  assert.equal(store?.totals.branches, undefined, "not measured is not 0 of 0");
});

test("without components there is the whole", () => {
  assert.deepEqual(figures({}).components, []);
  assert.deepEqual(figures({ "whole-floor": { linesPercent: 1 } }).components, []);
});
