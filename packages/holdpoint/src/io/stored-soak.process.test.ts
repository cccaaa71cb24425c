import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { guardsOf, planOf, scratch, writeFiles } from "@holdpoint/testkit";
import type { Json } from "@holdpoint/core";
import { canonicalize, sha256Hex, verifyDeltas } from "@holdpoint/core";
import { storedSoak } from "./stored-soak.ts";

const RUN = "RUN_1700000000000";
const FREEZE = { freezable: [], never: [], minMs: 0 };

/** Files of a stored run in which nothing was done. */
function filesOf(id: string): Record<string, string> {
  const plan = {
    id,
    target: { kind: "command", run: ["./iterate"], timeoutMs: 1 },
    ...planOf({ iterations: 1, kpis: [], parameters: [], rules: [], guards: guardsOf({ freeze: FREEZE }) }),
    phases: { warmUp: 0, rampDown: 0 },
    settleMs: 0,
    applier: null,
    alongside: [],
    synthetic: false,
  };
  const { phases, kpis, parameters, alongside } = plan;
  const record = {
    schema: "holdpoint/soak-run/v1",
    run: RUN,
    tool: { name: "holdpoint", version: "0.1.0" },
    candidate: { commit: "a".repeat(40), tree: "b".repeat(40), dirty: false },
    startedAtMs: 1,
    finishedAtMs: 2,
    plan,
  };
  const body = {
    schema: "holdpoint/soak/v1",
    id,
    run: RUN,
    synthetic: false,
    planned: 1,
    planSha256: sha256Hex(canonicalize(plan as unknown as Json)),
    terms: { phases, kpis, parameters, freeze: FREEZE, alongside },
    iterations: [],
    kpis: { strict: [], soft: [] },
    deltas: verifyDeltas([]),
    tuningEnabled: false,
    aborted: null,
  };
  const texts = { "run.json": JSON.stringify(record), "soak.json": JSON.stringify(body) };
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    sha256: sha256Hex(text),
    sizeBytes: text.length,
  }));
  return { ...texts, "manifest.json": JSON.stringify({ schema: "holdpoint/soak-manifest/v1", run: RUN, files }) };
}

function repository(t: Ending, ...ids: string[]): string {
  const root = scratch(t);
  mkdirSync(join(root, ".git"));
  for (const id of ids) {
    const folder = join(root, ".holdpoint", "soak", id);
    writeFiles(join(folder, RUN), filesOf(id));
    symlinkSync(RUN, join(folder, "latest"));
  }
  return root;
}

test("the only soak needs no name; it is found by name and by folder too", async (t) => {
  const root = repository(t, "pool");
  mkdirSync(join(root, ".holdpoint", "soak", "locks"));
  const folder = join(".holdpoint", "soak", "pool");
  for (const given of [undefined, "pool", folder, join(folder, "latest"), join(folder, RUN), join(root, folder)]) {
    const { body, folder: found } = await storedSoak(root, given);
    assert.deepEqual([body.id, found.endsWith(join("pool", RUN))], ["pool", true], String(given));
  }
  mkdirSync(join(root, "below"));
  assert.equal((await storedSoak(join(root, "below"), undefined)).body.id, "pool");
});

test("of several soaks one has to be named", async (t) => {
  const root = repository(t, "api", "pool");
  await assert.rejects(storedSoak(root, undefined), { code: "HP-USAGE", message: /api, pool/ });
  assert.equal((await storedSoak(root, "api")).body.id, "api");
});

test("where no soak was run there is none", async (t) => {
  await assert.rejects(storedSoak(repository(t), undefined), { code: "HP-READ-ABSENT" });
  await assert.rejects(storedSoak(repository(t, "pool"), "other"), { code: "HP-READ-ABSENT" });
});

test("a folder that was copied to another name is not the run any more", async (t) => {
  const root = repository(t, "pool");
  writeFiles(join(root, "copy", "RUN_1"), filesOf("pool"));
  await assert.rejects(storedSoak(root, join("copy", "RUN_1")), { code: "HP-SOAK-BROKEN" });
  writeFiles(join(root, "copy", RUN), filesOf("pool"));
  assert.equal((await storedSoak(root, join("copy", RUN))).body.run, RUN);
});
