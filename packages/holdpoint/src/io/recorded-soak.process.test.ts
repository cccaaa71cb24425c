import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { SoakManifest } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { commitAll, gitRepository } from "@holdpoint/testkit";
import type { Ending } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";
import { recordedSoak } from "./recorded-soak.ts";
import { storedSoak } from "./stored-soak.ts";

const ITERATE = `require("node:fs").writeFileSync(process.env.SUMMARY_FILE, '{"p95":200}');\n`;
const PLAN = `version: 1
id: pool
target: { run: ["${process.execPath}", ./iterate.cjs], timeout: 30s }
iterations: 1
phases: { warmUp: 0 }
kpis:
  - { id: p95, select: { summary: p95 }, strict: "<= 400", minSamples: 1 }
`;

async function soaked(t: Ending): Promise<string> {
  const root = gitRepository(t, { "soak.yaml": PLAN, "iterate.cjs": ITERATE, ".gitignore": ".holdpoint\n" });
  commitAll(root, "pool");
  assert.equal((await ran(fakeHost(root), "soak", "run")).exit, 0);
  return root;
}

/** Changes a file of the run and makes the manifest anew, so that all of it fits. */
function remade(folder: string, file: string, change: (text: string) => string): void {
  const text = change(readFileSync(join(folder, file), "utf8"));
  writeFileSync(join(folder, file), text);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as SoakManifest;
  const own = { path: file, sha256: sha256Hex(text), sizeBytes: Buffer.byteLength(text) };
  const files = manifest.files.map((one) => (one.path === file ? own : one));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, files }));
}

test("a run that was made anew as a whole is not the one that the ledger recorded", async (t) => {
  const root = await soaked(t);
  const found = await storedSoak(root, "pool");
  assert.equal(recordedSoak(root, found), "as-recorded");
  assert.match((await ran(fakeHost(root), "soak", "verify")).stdout, /the ledger recorded this very run/);
  remade(found.folder, "SNAPSHOT.md", (text) => text.replace("Snapshot", "snapshot"));
  assert.equal(recordedSoak(root, await storedSoak(root, "pool")), "differs");
  const { exit, stdout } = await ran(fakeHost(root), "soak", "verify", "--json");
  const { outcome, ledger, reason } = JSON.parse(stdout) as Record<string, string>;
  assert.deepEqual([exit, outcome, ledger], [1, "fail", "differs"]);
  assert.match(reason ?? "", /changed since/);
});

test("without a ledger, and for a run that it does not know, nothing is recorded", async (t) => {
  const root = await soaked(t);
  const found = await storedSoak(root, "pool");
  assert.equal(recordedSoak(root, { ...found, body: { ...found.body, run: "RUN_1" } }), "not-recorded");
  const other = gitRepository(t, { "README.md": "another\n" });
  assert.equal(recordedSoak(other, found), "not-recorded");
});
