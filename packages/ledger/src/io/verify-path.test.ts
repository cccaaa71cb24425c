import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { publicKeyPem } from "../keys/public-key.ts";
import { revokeKey, rotateKey } from "../keys/rotate.ts";
import { makeSigner } from "../keys/signer.ts";
import type { Ledger } from "../ledger.ts";
import { ticking } from "../testing.ts";
import { playRun } from "../testing-run.ts";
import type { Verification, VerifyTerms } from "../verify/verification.ts";
import { verificationLine } from "../verify/verification.ts";
import { openLedger } from "./open-ledger.ts";
import { readPublicKeyFile, verifyPath, verifyVerdictFile } from "./verify-path.ts";

const TERMS: VerifyTerms = { trusted: [], revocations: [], mode: "when-observed" };
const GROUPS = 6;
const GROUP_RECORDS = 60;

/** A closed ledger of 361 records in 7 groups. */
function ledgerFolder(
  context: TestContext,
  also: (ledger: Ledger) => void = () => undefined,
): { folder: string; terms: VerifyTerms } {
  const folder = scratch(context);
  const { ledger } = openLedger({ folder, origin: "holdpoint/trial", nowMs: ticking() });
  for (let group = 0; group < GROUPS; group += 1) {
    ledger.append(
      Array.from({ length: GROUP_RECORDS }, (_, n) => ({ kind: "gate", run: `run-${group}`, body: { n } })),
    );
  }
  also(ledger);
  ledger.close();
  return { folder, terms: { ...TERMS, trusted: [ledger.signer.publicKey] } };
}

/** Does to a ledger file what somebody with write access could do. */
function harm(folder: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(join(folder, "ledger.db"));
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  for (const sql of statements) database.exec(sql);
  for (const { sql } of triggers) database.exec(String(sql));
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
}

const codes = (result: Verification): string[] => result.problems.map(({ code, where }) => `${code} ${where}`);

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return isHoldpointError(thrown) ? thrown.code : String(thrown);
  }
  return "done";
}

test("a sound ledger is valid and anchored to its end, as folder, file and copy", (context) => {
  const { folder, terms } = ledgerFolder(context);
  const result = verifyPath(folder, terms);
  assert.deepEqual(codes(result), []);
  assert.deepEqual([result.valid, result.size, result.anchoredUpTo, result.selfAsserted], [true, 361, 361, false]);
  assert.equal(verificationLine(result), "valid, anchored up to 361 of 361");
  const elsewhere = scratch(context);
  copyFileSync(join(folder, "ledger.db"), join(elsewhere, "kept.db"));
  const copy = verifyPath(join(elsewhere, "kept.db"), terms);
  assert.deepEqual([copy.valid, copy.size, copy.anchoredUpTo], [true, 361, 0]);
  assert.deepEqual(readdirSync(elsewhere), ["kept.db"], "nothing is left beside it");
  assert.equal(verifyPath(folder, TERMS).selfAsserted, true);
  assert.match(verificationLine(verifyPath(folder, TERMS)), /self-asserted/);
});

test("whatever is changed, deleted, moved or added in the file is found, and where", (context) => {
  const { folder, terms } = ledgerFolder(context);
  const cases: readonly (readonly [string, RegExp, readonly string[]])[] = [
    [
      "a byte of a record",
      /record-changed record 100/,
      ["UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), 'gate', 'gote') AS BLOB) WHERE seq = 100"],
    ],
    [
      "a record with its hash",
      /root-mismatch checkpoint 121/,
      [
        "UPDATE record SET bytes = (SELECT bytes FROM record WHERE seq = 101) WHERE seq = 100",
        "UPDATE record SET leaf = (SELECT leaf FROM record WHERE seq = 101) WHERE seq = 100",
      ],
    ],
    ["a stored hash", /record-changed record 100/, ["UPDATE record SET leaf = zeroblob(32) WHERE seq = 100"]],
    ["the kind beside a record", /record-misplaced record 100/, ["UPDATE record SET kind = 'verdict' WHERE seq = 100"]],
    ["the run beside a record", /record-misplaced record 100/, ["UPDATE record SET run = 'x' WHERE seq = 100"]],
    ["a record in the middle", /record-missing record 100/, ["DELETE FROM record WHERE seq = 100"]],
    ["the first record", /record-missing record 0/, ["DELETE FROM record WHERE seq = 0"]],
    ["the last record", /record-missing checkpoint 361/, ["DELETE FROM record WHERE seq = 360"]],
    [
      "records and checkpoints at the end",
      /truncated checkpoints\/0000000000000361/,
      ["DELETE FROM record WHERE seq >= 301", "DELETE FROM checkpoint WHERE size > 301"],
    ],
    ["everything", /ledger-empty ledger/, ["DELETE FROM record", "DELETE FROM checkpoint"]],
    [
      "a record at the end",
      /unsealed record 361/,
      ["INSERT INTO record SELECT 361, kind, run, leaf, bytes FROM record WHERE seq = 360"],
    ],
    ["the last checkpoint", /unsealed record 301/, ["DELETE FROM checkpoint WHERE size = 361"]],
    [
      "a checkpoint in the middle",
      /checkpoint 181/,
      ["UPDATE checkpoint SET text = replace(text, '181', '180') WHERE size = 181"],
    ],
    [
      "a signature",
      /signature-invalid checkpoint 181/,
      [
        "UPDATE checkpoint SET text = substr(text, 1, instr(text, char(8212)) - 1) || " +
          "(SELECT substr(d.text, instr(d.text, char(8212))) FROM checkpoint d WHERE d.size = 241) WHERE size = 181",
      ],
    ],
    [
      "a checkpoint that is none",
      /checkpoint-malformed checkpoint 181/,
      ["UPDATE checkpoint SET text = 'x' WHERE size = 181"],
    ],
    [
      "the state to append to",
      /state-mismatch checkpoint 361/,
      ["UPDATE checkpoint SET peaks = zeroblob(length(peaks)) WHERE size = 361"],
    ],
    ["a stored node", /state-mismatch node 8\/0/, ["UPDATE node SET hash = zeroblob(32) WHERE level = 8 AND at = 0"]],
    ["a node that is gone", /state-mismatch node 8\/0/, ["DELETE FROM node"]],
    ["the name", /checkpoint-origin checkpoint 1/, ["UPDATE ledger SET origin = 'holdpoint/other'"]],
    ["a second name", /ledger-unreadable/, ["INSERT INTO ledger (origin) VALUES ('x')"]],
    ["a node too many", /state-mismatch node/, ["INSERT INTO node VALUES (8, 7, zeroblob(32))"]],
  ];
  for (const [what, expected, statements] of cases) {
    const copy = scratch(context);
    cpSync(folder, copy, { recursive: true });
    harm(copy, ...statements);
    let result: Verification;
    try {
      result = verifyPath(copy, terms);
    } catch (thrown) {
      if (!isHoldpointError(thrown)) throw thrown;
      assert.match(`ledger-unreadable ${thrown.code}`, expected, what);
      continue;
    }
    assert.equal(result.valid, false, what);
    assert.match(codes(result).join("\n"), expected, what);
  }
});

test("a ledger rewritten with another key is a foreign ledger", (context) => {
  const { folder, terms } = ledgerFolder(context);
  const { folder: forged } = ledgerFolder(context);
  const result = verifyPath(forged, terms);
  assert.deepEqual(codes(result), ["key-foreign record 0"]);
  assert.equal(verifyPath(forged, TERMS).valid, true, "without a key it can only be self-asserted");
  copyFileSync(join(forged, "ledger.db"), join(folder, "ledger.db"));
  const replaced = verifyPath(folder, TERMS);
  assert.match(codes(replaced).join("\n"), /history-replaced checkpoints\/0000000000000001\.txt/);
});

test("a log that was rewritten with its own key contradicts a checkpoint kept outside", (context) => {
  const { folder, terms } = ledgerFolder(context);
  const key = readdirSync(join(folder, "keys")).find((name) => name.endsWith(".key")) ?? assert.fail();
  const again = scratch(context);
  const { ledger } = openLedger({
    folder: again,
    origin: "holdpoint/trial",
    nowMs: ticking(1),
    keyFile: join(folder, "keys", key),
  });
  ledger.append(Array.from({ length: 400 }, (_, n) => ({ kind: "gate", run: "rewritten", body: { n } })));
  ledger.close();
  cpSync(join(folder, "checkpoints"), join(again, "checkpoints"), { recursive: true });
  const result = verifyPath(again, terms);
  assert.ok(
    codes(result).some((one) => one.startsWith("history-replaced")),
    codes(result).join(", "),
  );
});

test("checkpoints outside: torn, of another ledger, kept by a run", (context) => {
  const { folder, terms } = ledgerFolder(context);
  writeFiles(folder, { "checkpoints/0000000000000005.txt": "torn" });
  assert.deepEqual(codes(verifyPath(folder, terms)), ["checkpoint-malformed checkpoints/0000000000000005.txt"]);
  rmSync(join(folder, "checkpoints"), { recursive: true });
  assert.equal(verifyPath(folder, terms).anchoredUpTo, 0);
  const kept = new DatabaseSync(join(folder, "ledger.db"), { readOnly: true });
  const text = String(kept.prepare("SELECT text FROM checkpoint WHERE size = 181").get()?.["text"]);
  kept.close();
  writeFiles(folder, { "runs/one/checkpoint.txt": text });
  assert.equal(verificationLine(verifyPath(folder, terms)), "valid, anchored up to 181 of 361");
  mkdirSync(join(folder, "runs", "two", "checkpoint.txt"), { recursive: true });
  assert.deepEqual(codes(verifyPath(folder, terms)), ["checkpoint-malformed runs/two/checkpoint.txt"]);
});

test("any key of the chain vouches for it; a revoked one only for what came before", (context) => {
  const keys: string[] = [];
  const { folder, terms } = ledgerFolder(context, (ledger) => {
    keys.push(ledger.signer.publicKey.fingerprint);
    const { publicKey } = ledger.signer;
    rotateKey(ledger, makeSigner().signer);
    ledger.append([{ kind: "gate", run: "later", body: {} }]);
    revokeKey(ledger, publicKey.fingerprint, "lost");
    writeFileSync(join(scratch(context), "first.pub"), publicKeyPem(publicKey));
  });
  const result = verifyPath(folder, terms);
  assert.deepEqual(codes(result), []);
  assert.equal(result.keys.length, 2);
  assert.equal(result.keys[0], keys[0]);
  assert.deepEqual(
    codes(verifyPath(folder, { ...terms, mode: "revoked-now" })),
    [],
    "the newest checkpoint is by the new key",
  );
  const revokedAt = "2026-01-01T00:00:00Z";
  const both = result.keys.map((fingerprint) => ({ fingerprint, revokedAt }));
  assert.ok(codes(verifyPath(folder, { ...terms, revocations: both })).includes("key-revoked checkpoint 1"));
  const later = result.keys.map((fingerprint) => ({ fingerprint, revokedAt: "2027-01-01T00:00:00Z" }));
  assert.deepEqual(codes(verifyPath(folder, { ...terms, revocations: later })), []);
  assert.deepEqual(codes(verifyPath(folder, { ...terms, revocations: later, mode: "revoked-now" })), [
    `key-revoked ${result.keys[1]}`,
  ]);
});

test("a ledger that is being written is read without a trace", (context) => {
  const folder = scratch(context);
  const { ledger } = openLedger({ folder, origin: "o", nowMs: ticking() });
  ledger.append([{ kind: "a", run: "", body: {} }]);
  const before = readdirSync(folder).sort();
  const result = verifyPath(folder, TERMS);
  assert.deepEqual([result.valid, result.size, result.anchoredUpTo], [true, 2, 2]);
  assert.deepEqual(readdirSync(folder).sort(), before);
  ledger.close();
});

test("a run's folder and a verdict in it are recognised", (context) => {
  const folder = scratch(context);
  ledgerFolder(context, (ledger) => writeFiles(folder, playRun(ledger, "run-1").files));
  const run = verifyPath(folder, TERMS);
  assert.deepEqual([run.what, run.valid, codes(run)], ["run", true, []]);
  const verdict = verifyPath(join(folder, "verdict.dsse.json"), TERMS);
  assert.deepEqual([verdict.what, verdict.valid, verdict.selfAsserted], ["verdict", true, true]);
  const key = readdirSync(join(folder, "keys"))[0] ?? assert.fail();
  const trusted = [readPublicKeyFile(join(folder, "keys", key))];
  assert.equal(verifyPath(folder, { ...TERMS, trusted }).selfAsserted, false);
  renameSync(join(folder, "evidence"), join(folder, "elsewhere"));
  assert.equal(verifyPath(folder, TERMS).problems.length, 3);
});

test("what is nothing of the kind is refused with a registered error", (context) => {
  const folder = scratch(context, { empty: "", text: "hello", "short.db": "SQLite format 3\0", "sub/x": "" });
  assert.equal(
    codeOf(() => verifyPath(join(folder, "none"), TERMS)),
    "HP-READ-ABSENT",
  );
  assert.equal(
    codeOf(() => verifyPath(join(folder, "empty"), TERMS)),
    "HP-READ-EMPTY",
  );
  assert.equal(
    codeOf(() => verifyPath(join(folder, "short.db"), TERMS)),
    "HP-LEDGER-OPEN",
  );
  assert.equal(
    codeOf(() => verifyPath(join(folder, "sub"), TERMS)),
    "HP-ENVELOPE-INVALID",
  );
  assert.deepEqual(codes(verifyPath(join(folder, "text"), TERMS)), ["envelope-malformed text"]);
  assert.equal(
    codeOf(() => readPublicKeyFile(join(folder, "none"))),
    "HP-KEY-MISSING",
  );
  assert.equal(
    codeOf(() => readPublicKeyFile(join(folder, "text"))),
    "HP-KEY-UNREADABLE",
  );
});

test("of the keys that lie beside a verdict only those that are keys are used", (context) => {
  const folder = scratch(context);
  ledgerFolder(context, (ledger) => writeFiles(folder, playRun(ledger, "run-1").files));
  const file = join(folder, "verdict.dsse.json");
  writeFiles(folder, { "keys/rubbish.pub": "rubbish" });
  symlinkSync(join(folder, "nowhere"), join(folder, "keys", "gone.pub"));
  assert.deepEqual(codes(verifyVerdictFile(file, TERMS)), []);
  for (const name of readdirSync(join(folder, "keys"))) rmSync(join(folder, "keys", name));
  writeFiles(folder, { "keys/rubbish.pub": "rubbish" });
  assert.deepEqual(codes(verifyVerdictFile(file, TERMS)), [
    "key-unknown verdict.dsse.json",
    "key-unknown verdict.dsse.json: ledger head",
  ]);
  assert.equal(
    codeOf(() => verifyVerdictFile(join(folder, "none.json"), TERMS)),
    "HP-READ-ABSENT",
  );
});
