import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withFolder } from "../../io/plant-files.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants } from "./metrics-exposition.ts";
import { editScrape, scrapedService } from "./scraped-service.ts";
import { LIVE_TERMS } from "./testing-live.ts";

describe("harmed scrapes go the whole way", () => {
  for (const plant of plants) {
    test(plant.harms, async () => {
      const [result] = await runLivePlants([plant], LIVE_TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught", async () => {
  const [first] = plants;
  assert.ok(first !== undefined);
  const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], LIVE_TERMS);
  assert.equal(result?.caught, false);
  assert.match(result?.got ?? "", /^sound: pass pass; harmed: pass pass, /);
});

test("a harm that finds nothing to do throws", async () => {
  await withFolder(async (folder) => {
    await scrapedService(folder);
    await assert.rejects(editScrape(folder, "not there", "x"), /changed nothing/);
  });
});

test("plants have names of their own", () => {
  assert.equal(new Set(plants.map(({ id }) => id)).size, plants.length);
});
