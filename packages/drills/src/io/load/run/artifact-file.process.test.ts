import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { plan } from "../../../load/flow/testing-plan.ts";
import { ArtifactFile, writeDocument } from "./artifact-file.ts";
import { testbed } from "./testbed.ts";
import { transportOf } from "./transport-of.ts";

test("lines are on disk as they were written; the folder is made", (t) => {
  const path = join(scratch(t), "a", "b", "load.jsonl");
  const file = new ArtifactFile(path);
  file.write("one ä\n");
  assert.equal(readFileSync(path, "utf8"), "one ä\n", "before it is closed, too");
  file.write("two\n");
  file.close();
  assert.equal(readFileSync(path, "utf8"), "one ä\ntwo\n");
});

test("a run never writes over another one's file, and says when it cannot write", (t) => {
  const folder = scratch(t, { "load.jsonl": "of another run" });
  assert.throws(() => new ArtifactFile(join(folder, "load.jsonl")), { code: "HP-LOAD-FOLDER" });
  assert.throws(() => writeDocument(join(folder, "load.jsonl"), {}), { code: "HP-LOAD-FOLDER" });
  assert.equal(readFileSync(join(folder, "load.jsonl"), "utf8"), "of another run");
  const file = new ArtifactFile(join(folder, "other.jsonl"));
  file.close();
  assert.throws(() => file.write("late"), { code: "HP-LOAD-FOLDER" });
  writeDocument(join(folder, "document.json"), { a: 1 });
  assert.deepEqual(JSON.parse(readFileSync(join(folder, "document.json"), "utf8")), { a: 1 });
});

test("a testbed says what figures depend on, the same each time, and no name of the machine", () => {
  const { text, sha256 } = testbed();
  assert.match(text, /^\d+ x .+, \d+ MiB, \w+ .+, node \d+\.\d+\.\d+$/);
  assert.match(sha256, /^[\da-f]{64}$/);
  assert.deepEqual(testbed(), { text, sha256 });
});

test("each protocol has its connections", async () => {
  for (const [protocol, url] of [
    ["http1", "http://127.0.0.1:9"],
    ["http2", "http://127.0.0.1:9"],
    ["websocket", "ws://127.0.0.1:9"],
  ] as const) {
    const transport = transportOf(plan({ protocol, url }), () => 0);
    assert.equal(transport.idle, 0, protocol);
    await transport.close();
  }
});
