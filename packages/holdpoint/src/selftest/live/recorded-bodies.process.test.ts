import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LivePlantTerms } from "../run-live-plants.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants } from "./leak.ts";
import { LIVE_TERMS } from "./testing-live.ts";

const TERMS: LivePlantTerms = { ...LIVE_TERMS, collectors: [] };

describe("harmed records of resources go the whole way", () => {
  for (const plant of plants) {
    test(plant.harms, async () => {
      const [result] = await runLivePlants([plant], TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught", async () => {
  const [first] = plants;
  assert.ok(first !== undefined);
  const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], TERMS);
  assert.equal(result?.caught, false);
});

test("there are enough plants, with names of their own", () => {
  assert.ok(plants.length >= 5);
  assert.equal(new Set(plants.map(({ id }) => id)).size, plants.length);
});
