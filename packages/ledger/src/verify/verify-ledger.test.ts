import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { keyAddedRecord, keyRevokedRecord, keyRotatedRecord } from "../keys/key-record.ts";
import type { Signer } from "../keys/signer.ts";
import { makeSigner } from "../keys/signer.ts";
import { encodeRecord } from "../record/record.ts";
import { leafHash } from "../merkle/hash.ts";
import type { NewRecord } from "../record/record.ts";
import { appendGroup } from "../store/append.ts";
import type { StoredRecord } from "../store/ledger-store.ts";
import { ticking } from "../testing.ts";
import type { MemoryTables } from "../testing-store.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import { ProblemList } from "./problem-list.ts";
import { scanRecords } from "./scan-records.ts";
import type { Verification, VerifyTerms } from "./verification.ts";
import type { OutsideCheckpoint } from "./verify-ledger.ts";
import { verifyLedger } from "./verify-ledger.ts";

const ORIGIN = "holdpoint/memory";
const TERMS: VerifyTerms = { trusted: [], revocations: [], mode: "when-observed" };
const [first, second, third] = [1, 2, 3].map(() => makeSigner().signer) as [Signer, Signer, Signer];
const note: NewRecord = { kind: "note", run: "r", body: {} };

/** A log that is written group by group, each group signed as the test wants it. */
class Log {
  readonly tables: MemoryTables = memoryTables(ORIGIN);
  readonly store: MemoryStore = new MemoryStore(this.tables, first);
  readonly outside: OutsideCheckpoint[] = [];
  readonly #nowMs = ticking();

  group(records: readonly NewRecord[], ...signers: readonly Signer[]): this {
    const write = (size: number, text: string): void => {
      this.outside.push({ where: `outside ${size}`, bytes: Buffer.from(text) });
    };
    appendGroup({ store: this.store, checkpoints: { write }, nowMs: this.#nowMs }, () => ({ records, signers }));
    return this;
  }

  verify(patch: Partial<VerifyTerms> = {}, outside: readonly OutsideCheckpoint[] = this.outside): Verification {
    return verifyLedger(this.store, outside, { ...TERMS, ...patch });
  }
}

const begun = (): Log => new Log().group([keyAddedRecord(ORIGIN, first)], first);
const codes = (result: Verification): string[] => result.problems.map(({ code, where }) => `${code} ${where}`);

test("a log in memory verifies as one on disk does", () => {
  const result = begun()
    .group([note, note], first)
    .verify({ trusted: [first.publicKey] });
  assert.deepEqual(result, {
    what: "ledger",
    valid: true,
    size: 3,
    anchoredUpTo: 3,
    keys: [first.publicKey.fingerprint],
    selfAsserted: false,
    mode: "when-observed",
    problems: [],
  });
});

test("it is anchored no further than the last checkpoint kept outside that holds", () => {
  const log = begun().group([note], first).group([note], first);
  assert.equal(log.verify({}, log.outside.slice(0, 2)).anchoredUpTo, 2);
  assert.equal(log.verify({}, []).anchoredUpTo, 0);
  assert.equal(log.verify({}, []).valid, true);
});

test("a log must begin with its key", () => {
  const keyless = new Log().group([note], first).verify();
  assert.ok(codes(keyless).includes("key-malformed record 0"), codes(keyless).join());
  assert.ok(codes(keyless).includes("key-unknown checkpoint 1"));
  const late = new Log().group([note, keyAddedRecord(ORIGIN, first)], first).verify();
  assert.equal(late.valid, false);
  const empty = new Log().verify();
  assert.deepEqual([empty.valid, codes(empty)], [false, ["ledger-empty ledger"]]);
});

test("a key is taken only with its own signature, for this log, and once", () => {
  const wrong: readonly (readonly NewRecord[])[] = [
    [keyAddedRecord("holdpoint/other", first)],
    [{ ...keyAddedRecord(ORIGIN, first), body: { ...keyAddedRecord(ORIGIN, first).body, fingerprint: "SHA256:x" } }],
    [{ ...keyAddedRecord(ORIGIN, first), body: { ...keyAddedRecord(ORIGIN, first).body, envelope: {} } }],
    [
      {
        ...keyAddedRecord(ORIGIN, second),
        body: {
          ...keyAddedRecord(ORIGIN, first).body,
          envelope: keyAddedRecord(ORIGIN, second).body["envelope"] ?? {},
        },
      },
    ],
  ];
  for (const records of wrong) {
    const result = new Log().group(records, first).verify();
    assert.ok(codes(result).includes("key-malformed record 0"), JSON.stringify(records));
  }
  const twice = begun()
    .group([keyAddedRecord(ORIGIN, second)], first)
    .verify();
  assert.deepEqual(codes(twice), ["key-malformed record 1"]);
});

test("a rotation needs both keys on the record and the new one on its checkpoint", () => {
  const rotated = keyRotatedRecord(ORIGIN, first, second);
  assert.deepEqual(codes(begun().group([rotated], second, first).group([note], second).verify()), []);
  assert.deepEqual(codes(begun().group([rotated], second).verify()), []);
  const byOld = begun().group([rotated], first).verify();
  assert.deepEqual(codes(byOld), ["signature-invalid checkpoint 2", "signature-invalid outside 2"]);
  const later = begun().group([rotated], second, first).group([note], first).verify();
  assert.deepEqual(codes(later), ["signature-invalid checkpoint 3", "signature-invalid outside 3"]);
  const stolen = begun()
    .group([keyRotatedRecord(ORIGIN, third, second)], second)
    .verify();
  assert.ok(codes(stolen).includes("key-malformed record 1"), "not signed by the key before it");
});

test("a checkpoint by a stranger, or with one bad signature among good ones, does not count", () => {
  const strange = begun().group([note], third).verify();
  assert.deepEqual(codes(strange), ["key-foreign checkpoint 2", "key-foreign outside 2"]);
  assert.equal(strange.anchoredUpTo, 1);
  const log = begun().group([note], first, third);
  assert.deepEqual(codes(log.verify()), [], "a stranger's signature beside the right one says nothing");
});

test("a key that was revoked in the log signs nothing after that", () => {
  const rotated = begun().group([keyRotatedRecord(ORIGIN, first, second)], second, first);
  const { fingerprint } = first.publicKey;
  assert.deepEqual(codes(rotated.group([keyRevokedRecord(fingerprint, "lost")], second).verify()), []);
  const own = begun().group([keyRevokedRecord(fingerprint, "lost")], first);
  assert.deepEqual(codes(own.verify()), [], "the checkpoint that closes the revocation itself still counts");
  const after = own.group([note], first).verify();
  assert.deepEqual(codes(after), ["key-revoked checkpoint 3", "key-revoked outside 3"]);
  assert.equal(after.anchoredUpTo, 2);
  assert.deepEqual(
    codes(
      begun()
        .group([keyRevokedRecord(fingerprint, "lost")], first)
        .verify({ mode: "revoked-now" }),
    ),
    [`key-revoked ${fingerprint}`],
  );
  const rubbish = begun()
    .group([{ kind: "key-revoked", run: "", body: {} }], first)
    .verify();
  assert.deepEqual(codes(rubbish), ["key-malformed record 1"]);
});

test("what a store says of its own damage counts", () => {
  const log = begun();
  log.tables.damage = ["row 1 missing from index record_kind"];
  assert.deepEqual(codes(log.verify()), ["ledger-unreadable row 1 missing from index record_kind"]);
});

test("a store that breaks while it is read is a problem, a defect of the program is not hidden", () => {
  class Torn extends MemoryStore {
    override records(): StoredRecord[] {
      throw new HoldpointError("HP-LEDGER-CORRUPT", "page 7 is torn");
    }
  }
  class Defective extends MemoryStore {
    override extent(): { count: number; end: number } {
      throw new TypeError("a defect");
    }
  }
  const { tables } = begun();
  const result = verifyLedger(new Torn(tables, first), [], TERMS);
  assert.deepEqual([result.valid, result.size, codes(result)], [false, 0, ["ledger-unreadable page 7 is torn"]]);
  assert.throws(() => verifyLedger(new Defective(tables, first), [], TERMS), /a defect/);
});

test("a record that cannot be one stops the count there", () => {
  const harm = (patch: Partial<StoredRecord>): Verification => {
    const log = begun().group([note, note, note], first);
    log.tables.records = log.tables.records.map((one) => (one.seq === 2 ? { ...one, ...patch } : one));
    return log.verify();
  };
  assert.ok(codes(harm({ bytes: null })).includes("record-malformed record 2"));
  assert.equal(harm({ bytes: null }).size, 2);
  assert.ok(codes(harm({ seq: 9 })).includes("record-missing record 2"));
  const bytes = encodeRecord(note, 7, "2026-01-01T00:00:00.000Z");
  assert.ok(codes(harm({ bytes, leaf: leafHash(bytes) })).includes("record-misplaced record 2"));
});

test("a first record that is not even JSON is found", () => {
  const log = begun();
  const bytes = Buffer.from('x,"kind":"key-added","run":"","seq":0,"v":1}');
  log.tables.records = log.tables.records.map((one) => ({ ...one, bytes, leaf: leafHash(bytes) }));
  assert.ok(codes(log.verify()).includes("record-malformed record 0"));
});

test("of many problems a hundred are listed, and it is not valid", () => {
  const log = begun().group(
    Array.from({ length: 300 }, () => note),
    first,
  );
  log.tables.records = log.tables.records.map((one) => ({ ...one, kind: "forged" }));
  const result = log.verify();
  assert.deepEqual([result.valid, result.problems.length], [false, 100]);
});

test("a record's time is what its bytes say, and none where there are no bytes", () => {
  const log = begun().group([note, note], first);
  const scanned = (): ReturnType<typeof scanRecords> => scanRecords(log.store, new ProblemList(), () => undefined);
  const { timeAt, size } = scanned();
  assert.equal(size, 3);
  assert.match(timeAt(3) ?? "", /^2026-01-02T03:04:\d\d\.000Z$/);
  assert.deepEqual([timeAt(0), timeAt(4)], [null, null]);
  log.tables.records = log.tables.records.map((one) => (one.seq === 1 ? { ...one, bytes: null } : one));
  const harmed = scanned();
  assert.deepEqual([harmed.size, harmed.timeAt(2)], [1, null]);
});
