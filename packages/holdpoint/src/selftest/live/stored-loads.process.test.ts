import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readLoadResults } from "@holdpoint/collectors";
import { runLivePlants } from "../run-live-plants.ts";
import { plants as capacity } from "./capacity.ts";
import { plants as performance } from "./performance.ts";
import { simulatedArtifact } from "./simulated-load.ts";
import { LIVE_TERMS } from "./testing-live.ts";

describe("harmed results of loads go the whole way", () => {
  for (const plant of [...performance, ...capacity]) {
    test(`${plant.gate}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], LIVE_TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught", async () => {
  for (const [first] of [performance, capacity]) {
    assert.ok(first !== undefined);
    const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], LIVE_TERMS);
    assert.equal(result?.caught, false);
  }
});

test("each gate has its plants, with names of their own", () => {
  for (const gate of [performance, capacity]) {
    assert.ok(gate.length >= 10);
    assert.equal(new Set(gate.map(({ id }) => id)).size, gate.length);
  }
});

test("a simulated run is what a queue of that length gives", () => {
  const text = simulatedArtifact(
    {
      arrivals: "constant",
      ratesPerS: [100, 100, 100],
      takesMs: (atS) => (atS === 1 ? 500 : 1),
      refuses: () => false,
      objectives: [],
      lagMs: 0,
      cpuS: 1,
      agoMs: 0,
      url: "http://127.0.0.1:1",
      seed: 1,
      synthetic: false,
    },
    1_700_000_000_000,
  );
  const { body } = readLoadResults(Buffer.from(text), "x", () => new Uint8Array());
  assert.deepEqual([body.completed, body.failed, body.response?.max, body.validity], [300, 0, 500, "valid"]);
  // Half a second at 100 a second: some fifty requests wait for it, the last one hardly.
  assert.ok((body.response?.p90 ?? 0) > 200 && (body.response?.p90 ?? 0) < 300, String(body.response?.p90));
  assert.equal(
    body.windows.reduce((sum, { sent }) => sum + sent, 0),
    300,
  );
});
