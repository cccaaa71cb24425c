import assert from "node:assert/strict";
import { before, test } from "node:test";
import { canonicalize } from "@holdpoint/core";
import type { Json } from "@holdpoint/core";
import { loadValidator } from "../io/schema-validator.ts";
import type { SchemaValidator } from "../io/schema-validator.ts";
import { CANDIDATE } from "../testing.ts";
import { readManifest, readMerged } from "./read-manifest.ts";
import { MERGED_SCHEMA } from "./shard.ts";
import { manifestOf, shardFile } from "./testing-shards.ts";

let validate: SchemaValidator;
let validateMerged: SchemaValidator;
before(async () => {
  validate = await loadValidator("shard.v1.json");
  validateMerged = await loadValidator("merged-shards.v1.json");
});

const bytes = (value: unknown): Uint8Array => Buffer.from(canonicalize(value as Json));
const body = {
  suite: "unit",
  argv: ["make"],
  exitCode: 0,
  signal: null,
  timedOut: false,
  durationMs: 1,
  timeoutMs: 2,
  environmentRemoved: [],
  stdoutTail: "",
  stderrTail: "",
  reports: [],
};
const whole = manifestOf("api", {
  suites: [{ startedAt: "2026-01-01T00:00:00.000Z", finishedAt: "2026-01-01T00:00:01.000Z", body }],
  files: [shardFile("reports/a.xml"), shardFile("b")],
});

test("a manifest and the record of a merge are read back", () => {
  assert.deepEqual(readManifest(bytes(whole), "shard.json", validate), whole);
  const merged = { schema: MERGED_SCHEMA, candidate: CANDIDATE, shards: [whole] } as const;
  assert.deepEqual(readMerged(bytes(merged), "merged.json", validateMerged), merged);
  const bad = { ...merged, shards: [{ ...whole, files: [shardFile("../a")] }] };
  assert.throws(() => readMerged(bytes(bad), "merged.json", validateMerged), { code: "HP-SHARD-INVALID" });
});

test("anything else is refused, by name of the file", () => {
  const wrong: readonly unknown[] = [
    {},
    [],
    { ...whole, schema: "holdpoint/shard/v2" },
    { ...whole, more: 1 },
    { ...whole, shard: "Api" },
    { ...whole, files: [{ ...shardFile("a"), sha256: "x" }] },
    { ...whole, suites: [{ ...whole.suites[0], body: { ...body, exitCode: "0" } }] },
  ];
  for (const value of wrong) {
    assert.throws(
      () => readManifest(bytes(value), "shard.json", validate),
      { code: "HP-SHARD-INVALID", place: { file: "shard.json" } },
      JSON.stringify(value).slice(0, 80),
    );
  }
  assert.throws(() => readManifest(Buffer.from("{"), "shard.json", validate), {
    code: "HP-SHARD-INVALID",
    place: { file: "shard.json", line: 1, column: 2 },
  });
});

test("a path that leads out, or stands there twice, is refused", () => {
  for (const path of ["/etc/x", "../x", "a/../../x", "a\\b", "./a", "C:x", "a/.."]) {
    const manifest = manifestOf("api", { files: [shardFile(path)] });
    assert.throws(() => readManifest(bytes(manifest), "f", validate), { code: "HP-SHARD-INVALID" }, path);
  }
  const twice = manifestOf("api", { files: [shardFile("a"), shardFile("a")] });
  assert.throws(() => readManifest(bytes(twice), "f", validate), { code: "HP-SHARD-INVALID", message: /"a"/ });
});
