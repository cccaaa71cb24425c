import assert from "node:assert/strict";
import { test } from "node:test";
import { CANDIDATE } from "../testing.ts";
import { carriedFiles } from "./carried-files.ts";
import type { Joined } from "./join-shards.ts";
import { joinShards } from "./join-shards.ts";
import type { ShardManifest } from "./shard.ts";
import { manifestOf, MATRIX, shardFile } from "./testing-shards.ts";

const OTHER = "d".repeat(40);
const terms = { config: MATRIX, candidate: CANDIDATE, carry: [] as readonly string[] };

function joined(manifests: readonly ShardManifest[], carry: readonly string[] = []): Joined {
  return joinShards(
    manifests.map((manifest, index) => ({ file: `${index}/shard.json`, manifest })),
    { ...terms, carry },
  );
}

const api = manifestOf("api", { files: [shardFile("reports/api/a.xml")] });
const auth = manifestOf("auth", { files: [shardFile("reports/auth/a.xml")] });

test("the set is closed when every declared shard is there, in any order", () => {
  const whole = joined([auth, api]);
  assert.deepEqual(whole.missing, []);
  assert.deepEqual(
    whole.merged.shards.map(({ shard }) => shard),
    ["api", "auth"],
  );
  assert.deepEqual(joined([api, auth]), whole);
  assert.deepEqual(joined([api, auth, api]), whole, "the same shard found twice is one");
});

test("what has not come is named", () => {
  assert.deepEqual(joined([api]).missing, ["auth"]);
  assert.deepEqual(joined([]).missing, ["api", "auth"]);
});

test("a shard of another commit, configuration, service, environment or of a changed tree is refused", () => {
  const patches: readonly Partial<ShardManifest["candidate"]>[] = [
    { commit: OTHER },
    { configDigest: `sha256:${"e".repeat(64)}` },
    { service: "other" },
    { environment: "staging" },
    { dirty: true },
  ];
  for (const patch of patches) {
    const candidate = { ...CANDIDATE, ...patch };
    assert.throws(() => joined([{ ...api, candidate }]), { code: "HP-SHARD-FOREIGN" }, JSON.stringify(patch));
  }
});

test("an older shard comes only where it may be carried, and is called so", () => {
  const older = { ...auth, candidate: { ...CANDIDATE, commit: OTHER, configDigest: `sha256:${"e".repeat(64)}` } };
  assert.throws(() => joined([api, older], ["api"]), { code: "HP-SHARD-FOREIGN" });
  const { carried, missing, merged } = joined([api, older], ["auth"]);
  assert.deepEqual([carried, missing], [["auth"], []]);
  assert.deepEqual(carriedFiles(merged), {
    "reports/auth/a.xml": { commit: OTHER, measuredAt: "1970-01-01T00:00:01.000Z" },
  });
  assert.deepEqual(carriedFiles(joined([api, auth]).merged), {});
  assert.deepEqual(carriedFiles(null), {});
  assert.throws(() => joined([{ ...older, candidate: { ...older.candidate, dirty: true } }], ["auth"]), {
    code: "HP-SHARD-FOREIGN",
  });
});

test("a shard nobody declared, and a file that is not its own, are refused", () => {
  assert.throws(() => joined([manifestOf("else")]), { code: "HP-SHARD-FOREIGN", message: /knows no shard "else"/ });
  const thief = manifestOf("api", { files: [shardFile("src/main.ts")] });
  assert.throws(() => joined([thief]), { code: "HP-SHARD-FOREIGN", message: /brings src\/main\.ts/ });
});

test("two that claim the same are refused", () => {
  const different = { ...api, files: [shardFile("reports/api/a.xml", { sizeBytes: 4 })] };
  assert.throws(() => joined([api, different]), { code: "HP-SHARD-TWICE", place: { file: "1/shard.json" } });
  const config = {
    ...MATRIX,
    suites: MATRIX.suites.map((suite) => ({ ...suite, results: ["reports/*/*.xml"] })),
  };
  const both = [api, { ...auth, files: api.files }].map((manifest) => ({ file: manifest.shard, manifest }));
  assert.throws(() => joinShards(both, { ...terms, config }), {
    code: "HP-SHARD-TWICE",
    message: /comes from the shards "api" and "auth"/,
  });
});
