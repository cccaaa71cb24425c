import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { canonicalize, isHoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import { leafHash } from "../merkle/hash.ts";
import type { StoredRecord } from "../store/ledger-store.ts";
import { keyClaim, readKeyBody, readRevocationBody } from "./key-body.ts";
import { endsAs, parseRecord, readRecord } from "./read-record.ts";
import { RecordEnds } from "./record-ends.ts";
import { encodeRecord, RECORD_SIZE_BYTES_MAX } from "./record.ts";

const AT = "2026-01-01T00:00:00.000Z";
const bodies = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<JsonObject>;
const names = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("verdict", "run-1", 'a"b', "a\\b", "\u2028"));

test("records are written as the canonicaliser would write them", () => {
  fc.assert(
    fc.property(names, names, bodies, fc.nat(), (kind, run, body, seq) => {
      const bytes = encodeRecord({ kind, run, body }, seq, AT);
      const record = { at: AT, body, kind, run, seq, v: 1 };
      assert.equal(bytes.toString(), canonicalize(record));
      assert.deepEqual(parseRecord(bytes), JSON.parse(canonicalize(record)));
      assert.equal(endsAs(bytes, { kind, run, seq }), true);
      assert.equal(endsAs(bytes, { kind, run, seq: seq + 1 }), false);
      assert.equal(endsAs(bytes, { kind: `${kind}x`, run, seq }), false);
      assert.equal(endsAs(bytes, { kind, run: `${run}x`, seq }), false);
      const ends = new RecordEnds();
      assert.equal(ends.fits(bytes, { kind, run, seq }), true);
      assert.equal(ends.fits(bytes, { kind, run, seq: seq + 1 }), false);
      assert.equal(ends.fits(bytes, { kind: run, run: `${kind}x`, seq }), false);
      assert.equal(ends.fits(bytes, { kind, run, seq }), true);
    }),
  );
});

test("a body cannot pass for the end of another record", () => {
  const bytes = encodeRecord({ kind: "a", run: "b", body: { text: ',"kind":"c","run":"d","seq":9,"v":1}' } }, 3, AT);
  assert.equal(endsAs(bytes, { kind: "c", run: "d", seq: 9 }), false);
});

test("what JSON cannot carry is not recorded", () => {
  const encode = (body: JsonObject): Buffer => encodeRecord({ kind: "a", run: "", body }, 0, AT);
  assert.throws(() => encode({ x: Number.NaN }), TypeError);
  assert.throws(() => encode({ x: "\ud800" }), TypeError);
  assert.throws(() => encodeRecord({ kind: "\ud800", run: "", body: {} }, 0, AT), TypeError);
  assert.throws(() => encode({ x: "y".repeat(RECORD_SIZE_BYTES_MAX) }), RangeError);
});

function stored(patch: Partial<StoredRecord> = {}): StoredRecord {
  const bytes = encodeRecord({ kind: "gate", run: "r", body: { a: 1 } }, 5, AT);
  return { seq: 5, kind: "gate", run: "r", leaf: leafHash(bytes), bytes, ...patch };
}

test("a stored record is read only when hash, place and form agree", () => {
  assert.deepEqual(readRecord(stored()), { at: AT, body: { a: 1 }, kind: "gate", run: "r", seq: 5, v: 1 });
  const withBytes = (text: string): StoredRecord =>
    stored({ bytes: Buffer.from(text), leaf: leafHash(Buffer.from(text)) });
  const wrong: readonly (readonly [RegExp, StoredRecord])[] = [
    [/hash/, stored({ leaf: Buffer.alloc(32) })],
    [/another record/, stored({ seq: 6 })],
    [/another record/, stored({ kind: "verdict" })],
    [/another record/, stored({ run: "" })],
    [/larger/, stored({ bytes: null })],
    [/not those of a record/, withBytes('x,"kind":"gate","run":"r","seq":5,"v":1}')],
    [/not those of a record/, withBytes('{"at":1,"body":{},"kind":"gate","run":"r","seq":5,"v":1}')],
    [/not those of a record/, withBytes('{"at":"","body":[],"kind":"gate","run":"r","seq":5,"v":1}')],
  ];
  for (const [reason, record] of wrong) {
    assert.throws(
      () => readRecord(record, "ledger.db"),
      (thrown) =>
        isHoldpointError(thrown) &&
        thrown.code === "HP-LEDGER-CORRUPT" &&
        reason.test(thrown.message) &&
        /record \d/.test(thrown.message),
    );
  }
});

test("bytes that are no record are none", () => {
  for (const text of [
    "",
    "null",
    "[]",
    "{}",
    "1",
    '{"at":"","body":{},"kind":"","run":"","seq":"0","v":1}',
    "\ud800",
  ]) {
    assert.equal(parseRecord(Buffer.from(text)), null, text);
  }
});

test("bodies of key records are recognised, others are not", () => {
  const body = { fingerprint: "f", publicKey: "p", previous: null, envelope: { payload: "" } };
  assert.deepEqual(readKeyBody(body), body);
  assert.deepEqual(readKeyBody({ ...body, previous: "q" })?.previous, "q");
  for (const wrong of [
    null,
    [],
    1,
    {},
    { ...body, envelope: null },
    { ...body, previous: 1 },
    { ...body, publicKey: 1 },
  ]) {
    assert.equal(readKeyBody(wrong), null);
  }
  assert.deepEqual(readRevocationBody({ fingerprint: "f", reason: "lost" }), { fingerprint: "f", reason: "lost" });
  assert.equal(readRevocationBody({ fingerprint: "f" }), null);
  assert.equal(readRevocationBody([]), null);
  assert.deepEqual(Object.keys(keyClaim("origin", body)), ["fingerprint", "origin", "previous", "publicKey"]);
});
