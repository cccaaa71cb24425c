import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import fc from "fast-check";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import { readEnvelope } from "../dsse/envelope.ts";
import { openLedger } from "../io/open-ledger.ts";
import { withLedgerFile } from "../io/open-reader.ts";
import { noteKey } from "../note/note-key.ts";
import { verifyNote } from "../note/verify-note.ts";
import { readVerdict } from "../statement/read-verdict.ts";
import type { LedgerReader } from "../store/ledger-store.ts";
import { ticking } from "../testing.ts";
import type { RunTexts } from "../testing-run.ts";
import { memoryRun, playRun } from "../testing-run.ts";
import type { VerifyTerms } from "./verification.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyRun } from "./verify-run.ts";

const RUNS = 400;
/** A failing case prints its seed; put it here to see it again. */
const OPTIONS: { readonly numRuns: number; readonly seed?: number } = { numRuns: RUNS };

type Harm = (bytes: Buffer) => Buffer;

/** Ways to damage bytes: one changed, some cut out, the end lost, something put in. */
const harms: fc.Arbitrary<Harm> = fc.oneof(
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, mask]): Harm => (bytes) => {
    const copy = Buffer.from(bytes);
    copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ mask;
    return copy;
  }),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })).map(
    ([at, count]): Harm =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at % bytes.length), bytes.subarray((at % bytes.length) + count)]),
  ),
  fc.nat().map(
    (at): Harm =>
      (bytes) =>
        bytes.subarray(0, at % bytes.length),
  ),
  fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 12 })).map(
    ([at, more]): Harm =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at % bytes.length), more, bytes.subarray(at % bytes.length)]),
  ),
);

/** The value, or the registered error's code; anything else that is thrown fails the test. */
function guarded<T>(work: () => T): T | string {
  try {
    return work();
  } catch (thrown) {
    if (isHoldpointError(thrown)) return thrown.code;
    throw thrown;
  }
}

test("a damaged checkpoint never verifies, and random bytes are never one", (context) => {
  const { ledger } = openLedger({ folder: scratch(context), origin: "holdpoint/fuzz", nowMs: ticking() });
  const good = Buffer.from(ledger.head().checkpoint ?? "");
  const key = noteKey(ledger.origin, ledger.signer.publicKey) ?? assert.fail();
  ledger.close();
  fc.assert(
    fc.property(harms, (harm) => {
      const bytes = harm(good);
      if (bytes.equals(good)) return;
      const signed = parseCheckpoint(bytes);
      if ("malformed" in signed) return;
      const { good: signers, bad } = verifyNote(signed.note, [key]);
      assert.ok(signers.length === 0 || bad.length > 0, bytes.toString("latin1"));
    }),
    OPTIONS,
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.ok("malformed" in parseCheckpoint(bytes));
    }),
    OPTIONS,
  );
});

test("a damaged envelope or statement is a registered error or still the same payload", (context) => {
  const { ledger } = openLedger({ folder: scratch(context), origin: "holdpoint/fuzz", nowMs: ticking() });
  const good = Buffer.from(playRun(ledger, "run-1").files["verdict.dsse.json"] ?? "");
  ledger.close();
  fc.assert(
    fc.property(harms, (harm) => {
      const envelope = guarded(() => readEnvelope(harm(good), "v"));
      if (typeof envelope !== "string") guarded(() => readVerdict(envelope, "v"));
    }),
    OPTIONS,
  );
  fc.assert(
    fc.property(harms, fc.json(), (harm, json) => {
      const { payload, payloadType } = readEnvelope(good, "v");
      for (const bytes of [harm(payload), Buffer.from(json)]) {
        guarded(() => readVerdict({ payload: bytes, payloadType, signatures: [] }, "v"));
      }
    }),
    OPTIONS,
  );
});

test("a run with any covered file damaged is never valid", (context) => {
  const { ledger } = openLedger({ folder: scratch(context), origin: "holdpoint/fuzz", nowMs: ticking() });
  const files: RunTexts = playRun(ledger, "run-1").files;
  const terms: VerifyTerms = { trusted: [ledger.signer.publicKey], revocations: [], mode: "when-observed" };
  ledger.close();
  assert.equal(verifyRun(memoryRun(files), terms).valid, true);
  const covered = Object.keys(files).filter((name) => name !== "report.html" && !name.startsWith("keys/"));
  fc.assert(
    fc.property(fc.constantFrom(...covered), harms, (name, harm) => {
      const good = Buffer.from(files[name] ?? "");
      const bytes = harm(good);
      if (bytes.equals(good)) return;
      const result = verifyRun(memoryRun({ ...files, [name]: bytes }), terms);
      assert.equal(result.valid, false, name);
      assert.ok(result.problems.length > 0);
    }),
    OPTIONS,
  );
});

/** Everything that a ledger says, to compare what two files say. */
function contentOf(reader: LedgerReader): string {
  const records = [...reader.records(0, reader.extent().end)];
  const found = reader.find({ kind: "note", order: "newest-first", limit: 1000 }).map(({ seq }) => seq);
  const byRun = reader.find({ run: "r", order: "oldest-first", limit: 1000 }).map(({ seq }) => seq);
  const plain = (value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
  return JSON.stringify([reader.origin, records, [...reader.checkpoints()], found, byRun], (_, value: unknown) =>
    plain(value),
  );
}

test("a ledger file with any byte damaged is not valid, or says exactly the same", (context) => {
  const folder = scratch(context);
  const { ledger } = openLedger({ folder, origin: "holdpoint/fuzz", nowMs: ticking() });
  for (let group = 0; group < 4; group += 1) {
    ledger.append(
      Array.from({ length: 80 }, (_, n) => ({ kind: n % 2 === 0 ? "note" : "other", run: "r", body: { n } })),
    );
  }
  const terms: VerifyTerms = { trusted: [ledger.signer.publicKey], revocations: [], mode: "when-observed" };
  const outside = [{ where: "outside", bytes: Buffer.from(ledger.head().checkpoint ?? "") }];
  ledger.close();
  const file = join(folder, "ledger.db");
  const good = readFileSync(file);
  const before = withLedgerFile(file, contentOf);
  let [refused, invalid, same] = [0, 0, 0];
  fc.assert(
    fc.property(harms, (harm) => {
      writeFileSync(file, harm(good));
      const result = guarded(() => withLedgerFile(file, (reader) => verifyLedger(reader, outside, terms)));
      if (typeof result === "string") refused += 1;
      else if (!result.valid) invalid += 1;
      else {
        same += 1;
        assert.equal(withLedgerFile(file, contentOf), before);
      }
    }),
    OPTIONS,
  );
  assert.ok(
    refused > 0 && invalid > 0 && invalid + refused > same,
    `${refused} refused, ${invalid} invalid, ${same} the same`,
  );
});
