import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { CollectionFailure, Config, StoredEvidence, SuiteRunBody } from "@holdpoint/core";
import { COLLECTION_FAILURE } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { gatherSuites } from "../gather/suites.ts";
import { MERGED_FILE, mergedFor } from "../io/merged-shards.ts";
import { candidateOf } from "../plan/candidate.ts";
import { collectTerms, configOf, suiteOf } from "../testing.ts";
import type { MakeShardOptions } from "./make-shard.ts";
import { makeShard } from "./make-shard.ts";
import type { MergeOptions } from "./merge-shards.ts";
import { mergeShards } from "./merge-shards.ts";

const FACTS = { commit: "a".repeat(40), tree: "b".repeat(40), dirty: false };
const writes = (name: string, code = 0): string[] => [
  process.execPath,
  "-e",
  `fs.writeFileSync("reports/${name}.xml", "${name}"); process.exit(${code})`,
];
const config: Config = configOf({
  suites: [
    suiteOf({ id: "api-tests", run: writes("api"), shard: "api", results: ["reports/api.xml"] }),
    suiteOf({ id: "auth-tests", run: writes("auth", 3), shard: "auth", results: ["reports/auth.xml"] }),
  ],
});

const readCandidate: MakeShardOptions["readCandidate"] = async () => FACTS;

async function made(root: string, shard: string, folder: string, patch: Partial<MakeShardOptions> = {}): Promise<void> {
  await makeShard({
    root,
    config,
    readCandidate,
    environment: { PATH: process.env["PATH"] },
    nowMs: Date.now,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    shard,
    folder,
    ...patch,
  });
}

const options = (root: string, ...folders: string[]): MergeOptions => ({
  root,
  config,
  readCandidate,
  folders,
  carry: [],
});

async function suites(root: string): Promise<readonly StoredEvidence[]> {
  const candidate = candidateOf(config, FACTS);
  const merged = await mergedFor(root, candidate);
  const terms = collectTerms(root, { config, candidate });
  return gatherSuites({ ...terms, environment: {}, runCommands: true, merged });
}

test("what jobs left elsewhere is judged here as it ran there, and nothing runs again", async (t) => {
  const [first, second, last] = [scratch(t), scratch(t), scratch(t)];
  const upload = join(scratch(t), "artifacts");
  await made(first, "api", join(upload, "one"));
  await made(second, "auth", join(upload, "two", "deeper"));
  const { missing, merged } = await mergeShards(options(last, upload));
  assert.deepEqual(missing, []);
  assert.equal(merged.shards.length, 2);
  assert.equal(readFileSync(join(last, "reports/api.xml"), "utf8"), "api");
  assert.equal(
    Math.floor(statSync(join(last, "reports/api.xml")).mtimeMs),
    Math.floor(statSync(join(first, "reports/api.xml")).mtimeMs),
  );
  const [api, auth] = await suites(last);
  const [apiBody, authBody] = [api?.evidence.body as SuiteRunBody, auth?.evidence.body as SuiteRunBody];
  assert.deepEqual([apiBody.exitCode, authBody.exitCode], [0, 3], "a failed suite of a shard stays failed");
  assert.equal(api?.evidence.startedAt, merged.shards[0]?.suites[0]?.startedAt);
});

test("while a shard has not come its suite is missing, and never runs here instead", async (t) => {
  const [first, last] = [scratch(t), scratch(t)];
  const folder = join(scratch(t), "api");
  await made(first, "api", folder);
  assert.deepEqual((await mergeShards(options(last, folder))).missing, ["auth"]);
  const [, auth] = await suites(last);
  assert.equal(auth?.evidence.kind, COLLECTION_FAILURE);
  const { outcome, code } = auth.evidence.body as CollectionFailure;
  assert.deepEqual([outcome, code], ["missing", "HP-SHARD-MISSING"]);
});

test("a merge for another commit says nothing: suites run here", async (t) => {
  const root = scratch(t);
  const folder = join(scratch(t), "api");
  await made(root, "api", folder);
  await mergeShards(options(root, folder));
  assert.equal(await mergedFor(root, candidateOf(config, { ...FACTS, commit: "9".repeat(40) })), null);
  writeFileSync(join(root, MERGED_FILE), "{}");
  await assert.rejects(mergedFor(root, candidateOf(config, FACTS)), { code: "HP-SHARD-INVALID" });
});

test("a changed, absent or cut file, an absent manifest and an unknown shard are refused before anything is written", async (t) => {
  const [first, last, upload] = [scratch(t), scratch(t), scratch(t)];
  const sound = join(upload, "sound");
  await made(first, "api", sound);
  const harms: readonly ((folder: string) => void)[] = [
    (folder) => writeFileSync(join(folder, "files/reports/api.xml"), "apj"),
    (folder) => writeFileSync(join(folder, "files/reports/api.xml"), "ap"),
    (folder) => rmSync(join(folder, "files/reports/api.xml")),
    (folder) => rmSync(join(folder, "shard.json")),
    (folder) => writeFileSync(join(folder, "shard.json"), "no JSON"),
  ];
  for (const [index, harm] of harms.entries()) {
    const folder = join(upload, `harmed-${index}`);
    cpSync(sound, folder, { recursive: true });
    harm(folder);
    await assert.rejects(mergeShards(options(last, folder)), { code: "HP-SHARD-INVALID" }, `${index}`);
    assert.equal(statSync(join(last, "reports"), { throwIfNoEntry: false }), undefined);
  }
  await assert.rejects(mergeShards(options(last, join(upload, "nowhere"))), { code: "HP-SHARD-INVALID" });
  await assert.rejects(made(first, "none", join(upload, "x")), { code: "HP-RUN-UNKNOWN", message: /api, auth/ });
});
