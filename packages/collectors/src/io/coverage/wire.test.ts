import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { Interner } from "../../coverage/counts/interner.ts";
import { lcov } from "../../coverage/lcov/format.ts";
import { LcovPartReader } from "../../coverage/lcov/part.ts";
import { readWhole } from "../../coverage/read-report.ts";
import type { Job, JobResult } from "./job.ts";
import { fromWire, toWire } from "./wire.ts";

const JOB: Job = { type: "file", path: "a.info" };
const TEXT = Buffer.from("SF:a\nDA:1,1\nDA:2,0\nBRDA:1,0,x,1\nFN:1,f\nFNDA:1,f\nLF:9\nend_of_record\n");
const OPTIONS = { file: "a.info", interner: new Interner(), keepHits: true };

/** What another thread gets. */
function sent(result: JobResult): JobResult {
  const { result: wire, transfer } = toWire(result);
  return fromWire(structuredClone(wire, { transfer: [...transfer] }));
}

test("what was read arrives as it was", () => {
  const seen = { path: "a.info", sha256: "00", modifiedAtMs: 7 };
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
