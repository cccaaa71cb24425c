import assert from "node:assert/strict";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collected, Json, JsonObject, SoakBody, SoakIteration, SoakPlan, SoakReplay } from "@holdpoint/core";
import { SCENE_CANDIDATE } from "@holdpoint/core";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { collectContext } from "../testing.ts";
import { soakCollector } from "./collector.ts";
import { RUN, storedFiles, storedTexts, textsOf } from "./testing-stored.ts";

const FOLDER = ".holdpoint/soak/pool";

function stored(t: Ending, texts: Readonly<Record<string, Json>> = storedTexts()): string {
  const root = scratch(t, storedFiles(texts, `${FOLDER}/${RUN}`));
  symlinkSync(RUN, join(root, FOLDER, "latest"));
  return root;
}

async function collect(
  root: string,
  id = "pool",
  candidate = SCENE_CANDIDATE,
): Promise<readonly Collected<SoakBody>[]> {
  const context = { ...collectContext(root, [{ id, folder: FOLDER }]), candidate };
  return (await soakCollector.collect(context)) as readonly Collected<SoakBody>[];
}

test("the latest run is evidence, as old as its beginning and bound to its manifest", async (t) => {
  const [only, ...others] = await collect(stored(t));
  assert.deepEqual(others, []);
  assert.deepEqual([only?.provenance, only?.samples, only?.producer.version], ["measured", 6, "0.1.0"]);
  assert.deepEqual([only?.startedAtMs, only?.body.run], [1_700_000_000_000, RUN]);
  assert.deepEqual(
    only?.inputs.map(({ name }) => name),
    [`${FOLDER}/${RUN}/manifest.json`],
  );
});

test("a simulation is synthetic evidence, which no blocking gate takes", async (t) => {
  const [only] = await collect(stored(t, storedTexts({ synthetic: true })));
  assert.equal(only?.provenance, "synthetic");
});

test("a run of another commit, another tree state or another soak is refused as missing", async (t) => {
  const root = stored(t);
  const refused = { code: "HP-SOAK-FOREIGN" };
  await assert.rejects(collect(root, "pool", { ...SCENE_CANDIDATE, commit: "f".repeat(40) }), refused);
  await assert.rejects(collect(root, "pool", { ...SCENE_CANDIDATE, tree: "f".repeat(40) }), refused);
  await assert.rejects(collect(root, "pool", { ...SCENE_CANDIDATE, dirty: !SCENE_CANDIDATE.dirty }), refused);
  await assert.rejects(collect(root, "other"), refused);
});

/** The run of which somebody changed iterations, and then everything that follows from them. */
async function replayOf(t: Ending, change: (iterations: SoakIteration[]) => SoakIteration[]): Promise<SoakReplay> {
  const texts = storedTexts();
  const { plan } = texts["run.json"] as unknown as { plan: SoakPlan };
  const { iterations } = texts["soak.json"] as unknown as SoakBody;
  const forged = textsOf(plan, change([...iterations]));
  const said = { ...(forged["soak.json"] as JsonObject), replay: { agrees: true, iterations: 6, difference: null } };
  const [only] = await collect(stored(t, { ...forged, "soak.json": said }));
  assert.ok(only !== undefined);
  return only.body.replay;
}

const at = (iterations: SoakIteration[], index: number, change: Partial<SoakIteration>): SoakIteration[] =>
  iterations.with(index, { ...(iterations[index] as SoakIteration), ...change });

test("decisions are made again here: a recorded yes is not taken", async (t) => {
  assert.deepEqual(await replayOf(t, (iterations) => iterations), { agrees: true, iterations: 6, difference: null });
  const values = await replayOf(t, (all) => at(all, 3, { values: { p95: 250 } }));
  assert.deepEqual([values.agrees, values.difference?.iteration, values.difference?.kpi], [false, 4, "p95"]);
  const slow = { values: { p95: 250 }, summary: { p95: 250 } };
  const kpi = await replayOf(t, (all) => at(all, 0, slow));
  assert.deepEqual([kpi.difference?.iteration, kpi.difference?.rule, kpi.difference?.replayed], [1, "slow", null]);
  const decided = await replayOf(t, (all) => {
    const { tuning } = all[1] as SoakIteration;
    const proposed = tuning.proposed.map((one) => ({ ...one, to: one.to + 1 }));
    return at(all, 1, { tuning: { ...tuning, proposed } });
  });
  const { iteration, rule, parameter } = decided.difference ?? {};
  assert.deepEqual([iteration, rule, parameter], [2, "slow", "pool.size"]);
  const both = await replayOf(t, (all) => {
    const { tuning } = all[0] as SoakIteration;
    return at(all, 0, { ...slow, tuning: { ...tuning, proposed: [], readings: [] } });
  });
  assert.deepEqual([both.agrees, (both.difference?.iteration ?? 0) > 1], [false, true]);
});

test("a file that was changed, cut off or taken away is told by its name", async (t) => {
  const file = `${FOLDER}/${RUN}/ITER_SUMMARY_2.json`;
  for (const harm of [
    (path: string) => writeFileSync(path, '{"iteration":2}'),
    (path: string) => writeFileSync(path, ""),
    (path: string) => rmSync(path),
  ]) {
    const root = stored(t);
    harm(join(root, file));
    await assert.rejects(collect(root), { code: "HP-SOAK-BROKEN", place: { file } });
  }
});

test("a run without a manifest was never stored to its end", async (t) => {
  const root = stored(t);
  rmSync(join(root, FOLDER, RUN, "manifest.json"));
  await assert.rejects(collect(root), { code: "HP-READ-ABSENT" });
  await assert.rejects(collect(scratch(t)), { code: "HP-READ-ABSENT" });
});

test("a latest that leads out of the repository is refused", async (t) => {
  const outside = scratch(t, storedFiles(storedTexts(), RUN));
  const root = scratch(t, { [`${FOLDER}/.keep`]: "" });
  symlinkSync(join(outside, RUN), join(root, FOLDER, "latest"));
  await assert.rejects(collect(root), { code: "HP-READ-PATH" });
});

test("an empty file of a command is as good as any", async (t) => {
  const files = storedFiles(storedTexts(), `${FOLDER}/${RUN}`);
  const manifest = JSON.parse(files[`${FOLDER}/${RUN}/manifest.json`] ?? "") as { files: object[] };
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  manifest.files.push({ path: "iteration-1/log", sha256: empty, sizeBytes: 0 });
  files[`${FOLDER}/${RUN}/manifest.json`] = JSON.stringify(manifest);
  const root = scratch(t, { ...files, [`${FOLDER}/${RUN}/iteration-1/log`]: "" });
  symlinkSync(RUN, join(root, FOLDER, "latest"));
  assert.equal((await collect(root)).length, 1);
});
