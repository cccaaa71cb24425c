import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LivePlant } from "../live-plant.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants as candidate } from "./candidate.ts";
import { plants as dependencies } from "./dependencies.ts";
import { LIVE_TERMS } from "./testing-live.ts";

const PLANTS: readonly LivePlant[] = [...candidate, ...dependencies];

describe("harmed repositories and projects go the whole way", () => {
  for (const plant of PLANTS) {
    test(`${plant.gate}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], LIVE_TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught", async () => {
  for (const gate of [candidate, dependencies]) {
    const [first] = gate;
    assert.ok(first !== undefined);
    const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], LIVE_TERMS);
    assert.equal(result?.caught, false);
    assert.match(result?.got ?? "", /^sound: pass pass; harmed: pass pass, /);
  }
});

test("each gate has its plants, with names of their own", () => {
  for (const gate of [candidate, dependencies]) {
    assert.ok(gate.length >= 2);
    assert.equal(new Set(gate.map(({ id }) => id)).size, gate.length);
  }
});
