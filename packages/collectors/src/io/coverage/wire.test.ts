import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { Interner } from "../../coverage/counts/interner.ts";
import { lcov } from "../../coverage/lcov/format.ts";
import { LcovPartReader } from "../../coverage/lcov/part.ts";
import { addFileCounts, readWhole } from "../../coverage/read-report.ts";
import type { Job, JobResult } from "./job.ts";
import { fromWire, toWire } from "./wire.ts";

const JOB: Job = { type: "file", path: "a.info" };
const TEXT = Buffer.from("SF:a\nDA:1,1\nDA:2,0\nBRDA:1,0,x,1\nFN:1,f\nFNDA:1,f\nLF:9\nend_of_record\n");
const SEEN = { path: "a.info", sha256: "00", modifiedAtMs: 7 };
const OPTIONS = { file: "a.info", interner: new Interner(), keepHits: true };

/** What another thread gets. */
function sent(result: JobResult): JobResult {
  const { result: wire, transfer } = toWire(result);
  return fromWire(structuredClone(wire, { transfer: [...transfer] }));
}

test("what was read arrives as it was", () => {
  const seen = SEEN;
  const read = readWhole(lcov, TEXT, OPTIONS);
  const file: JobResult = { type: "file", seen, format: "lcov", read };
  assert.deepEqual(sent(file), { type: "file", seen, format: "lcov", read: readWhole(lcov, TEXT, OPTIONS) });
  const parts = [1, 2].map(() => {
    const reader = new LcovPartReader(OPTIONS);
    reader.push(TEXT);
    return reader.finish();
  });
  const [one, other] = parts;
  assert.ok(one && other);
  assert.deepEqual(sent({ type: "part", part: one }), { type: "part", part: other });
  assert.deepEqual(sent({ type: "digest", seen }), { type: "digest", seen });
});

test("memory is handed over, not copied, and shards merge as if they had been read here", () => {
  const reader = new LcovPartReader(OPTIONS);
  reader.push(TEXT);
  const { result, transfer } = toWire({ type: "part", part: reader.finish() });
  assert.equal(transfer.length, 3);
  structuredClone(result, { transfer: [...transfer] });
  assert.deepEqual(
    transfer.map(({ byteLength }) => byteLength),
    [0, 0, 0],
  );
  const there = sent({ type: "file", seen: SEEN, format: "lcov", read: readWhole(lcov, TEXT, OPTIONS) });
  assert.ok(there.type === "file");
  const files = new Map(there.read.files);
  const here = readWhole(lcov, Buffer.from("SF:a\nDA:2,3\nBRDA:1,0,x,-\nend_of_record\n"), OPTIONS);
  for (const [path, counts] of here.files) addFileCounts(files, path, counts);
  const merged = files.get("a");
  assert.deepEqual([...(merged?.hits ?? [])], [1, 3]);
  assert.equal(merged?.branches?.length, 2);
});

test("what was thrown without being an error arrives as its words", () => {
  const crash = sent({ type: "failed", thrown: "out of memory", job: JOB });
  assert.ok(crash.type === "failed" && crash.thrown instanceof Error);
  assert.equal(crash.thrown.message, "out of memory");
  assert.equal(crash.job.path, "a.info");
});

test("a refusal keeps its code and place, a crash its words", () => {
  const refusal = sent({
    type: "failed",
    thrown: new HoldpointError("HP-READ-SYNTAX", "no", { file: "a", line: 3 }),
    job: JOB,
  });
  assert.ok(refusal.type === "failed" && refusal.thrown instanceof HoldpointError);
  assert.deepEqual(
    [refusal.thrown.code, refusal.thrown.message, refusal.thrown.place],
    ["HP-READ-SYNTAX", "no", { file: "a", line: 3 }],
  );
  const crash = sent({ type: "failed", thrown: new TypeError("oops"), job: JOB });
  assert.ok(crash.type === "failed" && crash.thrown instanceof Error);
  assert.equal(crash.thrown.message, "oops");
});
