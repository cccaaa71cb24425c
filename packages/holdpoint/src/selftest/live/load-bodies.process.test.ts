import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCandidateFacts } from "@holdpoint/collectors";
import { GATES } from "@holdpoint/gates";
import { withFolder } from "../../io/plant-files.ts";
import type { LivePlantTerms } from "../run-live-plants.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants as capacity } from "./capacity.ts";
import { plants as performance } from "./performance.ts";
import { simulatedLoad } from "./simulated-load.ts";

const TERMS: LivePlantTerms = {
  gates: GATES,
  collectors: [],
  readCandidate: readCandidateFacts,
  environment: process.env,
  nowMs: Date.now,
  signal: new AbortController().signal,
  withFolder,
};

describe("harmed load reports go the whole way", () => {
  for (const plant of [...performance, ...capacity]) {
    test(`${plant.gate}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught", async () => {
  for (const [first] of [performance, capacity]) {
    assert.ok(first !== undefined);
    const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], TERMS);
    assert.equal(result?.caught, false);
  }
});

test("a simulated run is what a queue of that length gives", () => {
  const body = simulatedLoad({
    id: "x",
    arrivals: "constant",
    ratesPerS: [100, 100, 100],
    takesMs: (atS) => (atS === 1 ? 500 : 1),
    refuses: () => false,
    objectives: [],
  });
  assert.deepEqual([body.completed, body.failed, body.response?.max], [300, 0, 500]);
  // Half a second at 100 a second: some fifty requests wait for it, the last one hardly.
  assert.ok((body.response?.p90 ?? 0) > 200 && (body.response?.p90 ?? 0) < 300, String(body.response?.p90));
  assert.equal(
    body.windows.reduce((sum, { sent }) => sum + sent, 0),
    300,
  );
});
