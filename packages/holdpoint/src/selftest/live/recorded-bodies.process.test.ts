import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCandidateFacts } from "@holdpoint/collectors";
import { GATES } from "@holdpoint/gates";
import { withFolder } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import type { LivePlantTerms } from "../run-live-plants.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants as leak } from "./leak.ts";

const TERMS: LivePlantTerms = {
  gates: GATES,
  collectors: [],
  readCandidate: readCandidateFacts,
  environment: process.env,
  nowMs: Date.now,
  signal: new AbortController().signal,
  withFolder,
};

const PLANTS: readonly LivePlant[] = [...leak];

describe("harmed records go the whole way", () => {
  for (const plant of PLANTS) {
    test(`${plant.gate}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught", async () => {
  for (const [first] of [leak]) {
    assert.ok(first !== undefined);
    const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], TERMS);
    assert.equal(result?.caught, false);
  }
});

test("each gate has its plants, with names of their own", () => {
  for (const gate of [leak]) {
    assert.ok(gate.length >= 5);
    assert.equal(new Set(gate.map(({ id }) => id)).size, gate.length);
  }
});
