import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize, digestOf, HoldpointError, sha256Hex } from "@holdpoint/core";
import { signCheckpoint } from "../checkpoint/sign-checkpoint.ts";
import { signEnvelope } from "../dsse/sign.ts";
import type { Signer } from "../keys/signer.ts";
import { makeSigner } from "../keys/signer.ts";
import { Ledger } from "../ledger.ts";
import { recordProof } from "../statement/inclusion-file.ts";
import { STATEMENT_PAYLOAD_TYPE } from "../statement/statement.ts";
import { ticking } from "../testing.ts";
import type { RunTexts } from "../testing-run.ts";
import { memoryRun, playRun } from "../testing-run.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import type { RunFiles } from "./run-files.ts";
import type { VerifyTerms } from "./verification.ts";
import { verifyRun } from "./verify-run.ts";
import { checkVerdict, verifyVerdict } from "./verify-verdict.ts";
import { ProblemList } from "./problem-list.ts";

/** Who holds the key can sign anything: then the parts of a run must contradict each other. */
interface Scene {
  readonly files: RunTexts;
  readonly signer: Signer;
  readonly ledger: Ledger;
  readonly terms: VerifyTerms;
}

function scene(): Scene {
  const { signer } = makeSigner();
  const store = new MemoryStore(memoryTables("holdpoint/lies"), signer);
  const ledger = new Ledger({ store, signer, checkpoints: { write: () => undefined }, nowMs: ticking() });
  const { files } = playRun(ledger, "run-1");
  return { files, signer, ledger, terms: { trusted: [signer.publicKey], revocations: [], mode: "when-observed" } };
}

const objectOf = (text: string | undefined): JsonObject => JSON.parse(text ?? "{}") as JsonObject;

/** The run with another judgement, properly signed, recorded and proven. */
function judgedAs({ files, signer, ledger }: Scene, patch: JsonObject, body: JsonObject = {}): RunTexts {
  const judgement = canonicalize({ ...objectOf(files["judgement.json"]), ...patch });
  const { payload } = objectOf(files["verdict.dsse.json"]) as { payload: string };
  const statement = JSON.parse(Buffer.from(payload, "base64").toString()) as JsonObject;
  const predicate = statement["predicate"] as JsonObject;
  const holdpoint = { ...(predicate["holdpoint"] as JsonObject), judgement: digestOf(JSON.parse(judgement) as Json) };
  const signed = canonicalize({ ...statement, predicate: { ...predicate, holdpoint } });
  const verdict = signEnvelope(STATEMENT_PAYLOAD_TYPE, Buffer.from(signed), [signer]);
  const envelope = `sha256:${sha256Hex(verdict)}`;
  const { first } = ledger.append([{ kind: "verdict", run: "run-1", body: { envelope, ...body } }]);
  const { checkpoint, inclusion } = recordProof(ledger, first);
  return {
    ...files,
    "judgement.json": judgement,
    "verdict.dsse.json": verdict,
    "checkpoint.txt": checkpoint,
    "inclusion.json": inclusion,
  };
}

const codesOf = (files: RunFiles, terms: VerifyTerms): string[] =>
  verifyRun(files, terms).problems.map(({ code, where }) => `${code} ${where}`);

test("the same judgement, signed and recorded again, is valid", () => {
  const at = scene();
  assert.deepEqual(codesOf(memoryRun(judgedAs(at, {})), at.terms), []);
});

test("a judgement that says otherwise than the verdict is found, though its digest was signed", () => {
  const at = scene();
  const lies: readonly JsonObject[] = [
    { verdict: "HOLD" },
    { holdReasons: [{}] },
    { evidence: [] },
    { evidence: "none" },
    { evidence: [null, {}] },
    { notJudged: [] },
    { policyDigest: "sha256:x" },
    { judgedAt: "2020-01-01T00:00:00.000Z" },
  ];
  for (const patch of lies) {
    const found = codesOf(memoryRun(judgedAs(at, patch)), at.terms);
    assert.ok(found.includes("judgement-mismatch judgement.json"), `${JSON.stringify(patch)}: ${found.join()}`);
  }
});

test("gates that were judged and are not there, or have no name, are found", () => {
  const at = scene();
  const rest = ["file-extra gates/ledger.json", "file-extra gates/tests.json"];
  assert.deepEqual(codesOf(memoryRun(judgedAs(at, { gates: 1 })), at.terms), rest);
  assert.deepEqual(codesOf(memoryRun(judgedAs(at, { gates: [{ id: 5 }] })), at.terms), [
    ...rest,
    "file-missing gates/?.json",
  ]);
});

test("an artifact without its gate is found, and so is a judgement without its baseline", () => {
  const at = scene();
  const { gate: _, ...artifact } = objectOf(at.files["gates/tests.json"]);
  const without = { ...judgedAs(at, {}), "gates/tests.json": canonicalize(artifact) };
  assert.deepEqual(codesOf(memoryRun(without), at.terms), ["judgement-mismatch gates/tests.json"]);
  const unbased = memoryRun(judgedAs(at, { baseline: null }));
  assert.deepEqual(codesOf(unbased, at.terms), ["judgement-mismatch judgement.json"]);
});

test("a plan that names no baseline is the plan of a judgement without one, and of no other", () => {
  const at = scene();
  const { baseline: _, ...plan } = objectOf(at.files["plan.json"]);
  const found = (verdict: string | null): string[] => {
    const files = judgedAs(at, { baseline: { choice: "last-promoted", verdict } });
    return codesOf(memoryRun({ ...files, "plan.json": canonicalize(plan) }), at.terms);
  };
  assert.deepEqual(found(null), []);
  assert.ok(found(`sha256:${"1".repeat(64)}`).includes("plan-mismatch plan.json"));
});

test("a record that names further files must name them by digest, as an object", () => {
  const at = scene();
  for (const files of [[], ["plan.json"], 5, null, "plan.json"] as readonly Json[]) {
    assert.deepEqual(
      codesOf(memoryRun(judgedAs(at, {}, { files })), at.terms),
      ["record-mismatch inclusion.json"],
      JSON.stringify(files),
    );
  }
  const named = { "plan.json": `sha256:${sha256Hex(at.files["plan.json"] ?? "")}`, "gone.json": "sha256:x" };
  assert.deepEqual(codesOf(memoryRun(judgedAs(at, {}, { files: named })), at.terms), ["file-missing gone.json"]);
  const wrong = { "plan.json": "sha256:x" };
  assert.deepEqual(codesOf(memoryRun(judgedAs(at, {}, { files: wrong })), at.terms), ["file-changed plan.json"]);
});

test("the same tree under another ledger's name is not the ledger that the verdict names", () => {
  const at = scene();
  const { size, root } = at.ledger.head();
  const head = { origin: "holdpoint/other", size, root: Buffer.from(root, "base64"), extensions: [] };
  const files = { ...at.files, "checkpoint.txt": signCheckpoint(head, [at.signer]) };
  assert.deepEqual(codesOf(memoryRun(files), at.terms), ["checkpoint-origin checkpoint.txt"]);
});

test("a file that cannot be read is malformed, and one that goes away is missing", () => {
  const at = scene();
  const run = memoryRun(at.files);
  const failing = (name: string, thrown: unknown): RunFiles => ({
    ...run,
    read: (asked) => {
      if (asked !== name) return run.read(asked);
      if (thrown === null) return null;
      throw thrown;
    },
  });
  const unreadable = new HoldpointError("HP-READ-FAILED", "no", { file: "x" });
  assert.deepEqual(codesOf(failing("plan.json", unreadable), at.terms), ["file-malformed plan.json"]);
  assert.throws(() => verifyRun(failing("plan.json", new RangeError("a slip")), at.terms), /a slip/);
  const [key = ""] = run.list("keys");
  assert.deepEqual(codesOf(failing(key, null), at.terms), [`file-missing ${key}`, `key-malformed ${key}`]);
});

test("a ledger head beside a checkpoint that says otherwise is found", () => {
  const at = scene();
  const { payload } = objectOf(at.files["verdict.dsse.json"]) as { payload: string };
  const statement = JSON.parse(Buffer.from(payload, "base64").toString()) as {
    predicate: { holdpoint: { ledger: JsonObject } };
  };
  const { predicate } = statement;
  const found = (patch: JsonObject): string[] => {
    const ledger = { ...predicate.holdpoint.ledger, ...patch };
    const lie = { ...statement, predicate: { ...predicate, holdpoint: { ...predicate.holdpoint, ledger } } };
    const bytes = Buffer.from(
      signEnvelope(STATEMENT_PAYLOAD_TYPE, Buffer.from(canonicalize(lie as unknown as Json)), [at.signer]),
    );
    return verifyVerdict({ where: "v", bytes }, [], at.terms).problems.map(({ code, where }) => `${code} ${where}`);
  };
  assert.deepEqual(found({}), []);
  for (const patch of [{ size: 99 }, { origin: "holdpoint/other" }, { root: Buffer.alloc(32).toString("base64") }]) {
    assert.deepEqual(found(patch), ["statement-malformed v: ledger head"], JSON.stringify(patch));
  }
});

test("a broken signature of a known key, and a signature of an unknown one, are told apart", () => {
  const at = scene();
  const envelope = objectOf(at.files["verdict.dsse.json"]) as { signatures: { keyid: string; sig: string }[] };
  const [signature] = envelope.signatures;
  assert.ok(signature !== undefined);
  const found = (patch: JsonObject): string | undefined => {
    const text = canonicalize({ ...envelope, signatures: [{ ...signature, ...patch }] });
    const problems = new ProblemList();
    checkVerdict({ where: "v", bytes: Buffer.from(text) }, [], at.terms, problems);
    return problems.list[0]?.code;
  };
  const sig = Buffer.alloc(64).toString("base64");
  assert.equal(found({}), undefined);
  assert.equal(found({ sig }), "signature-invalid");
  assert.equal(found({ sig, keyid: "SHA256:someone" }), "key-foreign");
  assert.equal(found({ sig: 5 }), "envelope-malformed");
});
