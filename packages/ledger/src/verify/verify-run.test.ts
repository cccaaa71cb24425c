import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import type { Judgement } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { openLedger } from "../io/open-ledger.ts";
import { rotateKey } from "../keys/rotate.ts";
import { makeSigner } from "../keys/signer.ts";
import type { PublicKey } from "../keys/public-key.ts";
import type { Ledger } from "../ledger.ts";
import { ticking } from "../testing.ts";
import type { RunTexts } from "../testing-run.ts";
import { memoryRun, playRun } from "../testing-run.ts";
import type { Verification, VerifyTerms } from "./verification.ts";
import { verifyRun } from "./verify-run.ts";
import { verifyVerdict } from "./verify-verdict.ts";

const TERMS: VerifyTerms = { trusted: [], revocations: [], mode: "when-observed" };

interface Played {
  readonly files: RunTexts;
  readonly ledger: Ledger;
  readonly key: PublicKey;
}

function play(context: TestContext, patch: Partial<Judgement> = {}): Played {
  const { ledger } = openLedger({ folder: scratch(context), origin: "holdpoint/trial", nowMs: ticking() });
  context.after(() => ledger.close());
  ledger.append([{ kind: "noise", run: "before", body: {} }]);
  const { files } = playRun(ledger, "run-1", patch);
  return { files, ledger, key: ledger.signer.publicKey };
}

/** The same text with the character in the middle replaced. */
function flipped(text: string): string {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
}

const codes = (result: Verification): string[] => result.problems.map(({ code, where }) => `${code} ${where}`);

test("a whole run is valid, with the given key and without", (context) => {
  for (const verdict of ["PROMOTE", "HOLD"] as const) {
    const { files, key } = play(context, { verdict });
    const trusted = verifyRun(memoryRun(files), { ...TERMS, trusted: [key] });
    assert.deepEqual(codes(trusted), []);
    assert.deepEqual([trusted.valid, trusted.selfAsserted, trusted.size, trusted.anchoredUpTo], [true, false, 7, 7]);
    assert.deepEqual(trusted.keys, [key.fingerprint]);
    const asserted = verifyRun(memoryRun(files), TERMS);
    assert.deepEqual([asserted.valid, asserted.selfAsserted], [true, true]);
  }
});

test("every covered file: absent and changed are found, and where", (context) => {
  const { files, key } = play(context);
  const terms = { ...TERMS, trusted: [key] };
  const covered = Object.keys(files).filter((name) => name !== "report.html" && !name.startsWith("keys/"));
  assert.equal(covered.length, 10);
  for (const name of covered) {
    const { [name]: text = "", ...rest } = files;
    const gone = verifyRun(memoryRun(rest), terms);
    assert.ok(!gone.valid && codes(gone).includes(`file-missing ${name}`), `${name}: ${codes(gone).join(", ")}`);
    const changed = verifyRun(memoryRun({ ...rest, [name]: flipped(text) }), terms);
    assert.ok(
      !changed.valid && codes(changed).some((one) => one.includes(name)),
      `${name}: ${codes(changed).join(", ")}`,
    );
    const spaced = verifyRun(memoryRun({ ...rest, [name]: ` ${text}` }), terms);
    assert.ok(name === "verdict.dsse.json" || !spaced.valid, `${name} with a space`);
  }
});

test("evidence and gate artifacts that the verdict does not know are found", (context) => {
  const { files } = play(context);
  const extra = verifyRun(memoryRun({ ...files, "evidence/x.json": "{}", "gates/x.json": "{}" }), TERMS);
  assert.deepEqual(codes(extra), ["file-extra evidence/x.json", "file-extra gates/x.json"]);
});

test("a foreign key is found, whoever's keys lie in the folder", (context) => {
  const { files } = play(context);
  const { signer: stranger } = makeSigner();
  const result = verifyRun(memoryRun(files), { ...TERMS, trusted: [stranger.publicKey] });
  assert.equal(result.valid, false);
  assert.ok(codes(result).includes("key-foreign verdict.dsse.json"), codes(result).join(", "));
  const keyless = Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith("keys/")));
  assert.ok(codes(verifyRun(memoryRun(keyless), TERMS)).includes("key-unknown verdict.dsse.json"));
  const rubbish = verifyRun(memoryRun({ ...files, "keys/other.pub": "rubbish" }), TERMS);
  assert.deepEqual(codes(rubbish), ["key-malformed keys/other.pub"]);
});

test("a verdict put into another run's folder is found", (context) => {
  const { files, ledger } = play(context);
  const second = playRun(ledger, "run-2").files;
  for (const name of ["verdict.dsse.json", "inclusion.json", "checkpoint.txt", "judgement.json", "plan.json"]) {
    const mixed = verifyRun(memoryRun({ ...files, [name]: second[name] ?? "" }), TERMS);
    assert.equal(mixed.valid, false, name);
  }
});

test("another record of the same log does not stand for the verdict's", (context) => {
  const { files, ledger } = play(context);
  const proof = ledger.inclusionProof(1).hashes.map((hash) => Buffer.from(hash).toString("base64"));
  const record = Buffer.from(ledger.store.record(1)?.bytes ?? []).toString("base64");
  const forged = JSON.stringify({ leafIndex: 1, proof, record, treeSize: ledger.head().size });
  assert.deepEqual(codes(verifyRun(memoryRun({ ...files, "inclusion.json": forged }), TERMS)), [
    "record-mismatch inclusion.json",
  ]);
});

test("a revoked key: good for what it signed before, good for nothing when it counts now", (context) => {
  const { files, key } = play(context);
  const at = (revokedAt: string, mode: VerifyTerms["mode"]): string[] =>
    codes(
      verifyRun(memoryRun(files), {
        trusted: [key],
        mode,
        revocations: [{ fingerprint: key.fingerprint, revokedAt }],
      }),
    );
  assert.deepEqual(at("2026-01-03T00:00:00Z", "when-observed"), []);
  assert.deepEqual(at("2026-01-02T00:00:00Z", "when-observed"), ["key-revoked verdict.dsse.json"]);
  assert.deepEqual(at("2026-01-03T00:00:00Z", "revoked-now"), ["key-revoked verdict.dsse.json"]);
  assert.deepEqual(at("nonsense", "when-observed"), ["key-revoked verdict.dsse.json"]);
});

test("one envelope alone: its signature, its statement and the ledger head inside", (context) => {
  const { files, key } = play(context);
  const file = { where: "v", bytes: Buffer.from(files["verdict.dsse.json"] ?? "") };
  const result = verifyVerdict(file, [], { ...TERMS, trusted: [key] });
  assert.deepEqual([result.valid, result.size, result.anchoredUpTo, result.what], [true, 6, 6, "verdict"]);
  assert.deepEqual(codes(verifyVerdict(file, [], TERMS)), ["key-unknown v", "key-unknown v: ledger head"]);
  assert.deepEqual(codes(verifyVerdict({ where: "v", bytes: Buffer.from("{}") }, [key], TERMS)), [
    "envelope-malformed v",
  ]);
});

test("a run after a rotation verifies under the new key", (context) => {
  const { ledger } = play(context);
  rotateKey(ledger, makeSigner().signer);
  const { files } = playRun(ledger, "run-2");
  assert.deepEqual(codes(verifyRun(memoryRun(files), { ...TERMS, trusted: [ledger.signer.publicKey] })), []);
});

test("an empty folder is no valid run", () => {
  const result = verifyRun(memoryRun({}), TERMS);
  assert.deepEqual([result.valid, codes(result)], [false, ["file-missing verdict.dsse.json"]]);
});
