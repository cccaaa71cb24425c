import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findSoakRun, readStoredSoak } from "@holdpoint/collectors";
import { git, withFolder } from "../../io/plant-files.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { forgeSoak, withIteration } from "./forged-soak.ts";
import { plants } from "./soak-kpi.ts";
import { RUN, soakedService, soakService } from "./soaked-service.ts";
import { LIVE_TERMS } from "./testing-live.ts";

describe("harmed soaks go the whole way", () => {
  for (const plant of plants) {
    test(`${plant.id}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], LIVE_TERMS);
      assert.equal(result?.got, result?.expected);
      assert.equal(result?.caught, true);
    });
  }
});

test("a harm that is not done is not caught, and each has a name of its own", async () => {
  const [first] = plants;
  assert.ok(first !== undefined);
  const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], LIVE_TERMS);
  assert.equal(result?.caught, false);
  assert.equal(new Set(plants.map(({ id }) => id)).size, plants.length);
});

test("a sound service is tuned in its first iteration, and soaking leaves the work tree as it was", async () => {
  await withFolder(async (folder) => {
    await soakedService(folder);
    const { body, record } = await readStoredSoak(findSoakRun(`${folder}/${RUN}`, RUN), RUN);
    assert.deepEqual(
      body.iterations.map(({ tuning }) => tuning.applied),
      [true, false, false, false, false, false, false, false],
    );
    assert.deepEqual([body.kpis.strict[0]?.value, body.replay.agrees], [240, true]);
    assert.deepEqual(record.parameters.last, { "executor.concurrency": 12 });
    assert.equal(git(folder, "status", "--porcelain"), "");
    await soakService(folder, { lasts: 3 });
    assert.equal(
      (await readStoredSoak(findSoakRun(`${folder}/${RUN}`, RUN), RUN)).body.aborted,
      "interrupted in iteration 4",
    );
  });
});

test("what was forged is whole, and is told only by what does not follow", async () => {
  await withFolder(async (folder) => {
    await soakedService(folder);
    await assert.rejects(
      forgeSoak(folder, (body) => body),
      /changed nothing/,
    );
    await forgeSoak(
      folder,
      withIteration(1, () => ({ values: { p95_ms: 300 }, summary: { p95_ms: 300 } })),
    );
    const { body } = await readStoredSoak(findSoakRun(`${folder}/${RUN}`, RUN), RUN);
    const { iteration, rule, parameter, replayed } = body.replay.difference ?? {};
    assert.deepEqual([iteration, rule, parameter, replayed], [1, "more-hands", "executor.concurrency", null]);
  });
});
