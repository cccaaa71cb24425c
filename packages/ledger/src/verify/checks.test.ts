import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { readEnvelope } from "../dsse/envelope.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { makeSigner } from "../keys/signer.ts";
import { Ledger } from "../ledger.ts";
import { readVerdict } from "../statement/read-verdict.ts";
import type { VerdictStatement } from "../statement/verdict-predicate.ts";
import { ticking } from "../testing.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import type { RunTexts } from "../testing-run.ts";
import { memoryRun, playRun } from "../testing-run.ts";
import { checkEvidence, evidenceFileName } from "./check-evidence.ts";
import { checkInclusion } from "./check-inclusion.ts";
import { checkJudgement } from "./check-judgement.ts";
import { PROBLEMS_MAX, ProblemList } from "./problem-list.ts";
import { isRevokedAt } from "./revoked.ts";
import { PROBLEMS, verificationLine } from "./verification.ts";
import { RunReader } from "./verify-run.ts";

interface Scene {
  readonly files: RunTexts;
  readonly statement: VerdictStatement;
  readonly key: PublicKey;
  readonly ledger: Ledger;
}

function scene(): Scene {
  const { signer } = makeSigner();
  const store = new MemoryStore(memoryTables("holdpoint/scene"), signer);
  const ledger = new Ledger({ store, signer, checkpoints: { write: () => undefined }, nowMs: ticking() });
  const { files } = playRun(ledger, "run-1");
  const statement = readVerdict(readEnvelope(Buffer.from(files["verdict.dsse.json"] ?? ""), "v"), "v");
  return { files, statement, key: signer.publicKey, ledger };
}

type Check = (run: RunReader, scene: Scene, problems: ProblemList) => void;

function problemsOf(check: Check, at: Scene, patch: Readonly<Record<string, string>> = {}): string[] {
  const problems = new ProblemList();
  check(new RunReader(memoryRun({ ...at.files, ...patch }), problems), at, problems);
  return problems.list.map(({ code, where }) => `${code} ${where}`);
}

function patched(text: string | undefined, patch: JsonObject): string {
  return canonicalize({ ...(JSON.parse(text ?? "{}") as JsonObject), ...patch });
}

const evidence: Check = (run, { statement }, problems) => checkEvidence(run, statement, problems);
const judgement: Check = (run, { statement }, problems) => checkJudgement(run, statement, problems);
const inclusion: Check = (run, { statement, key, files }, problems) => {
  const digest = (files["inclusion.json"] ?? "") === "" ? "" : envelopeDigest(files);
  checkInclusion(run, statement, digest, [key], problems);
};

function envelopeDigest(files: RunTexts): string {
  const { record } = JSON.parse(files["inclusion.json"] ?? "{}") as { record: string };
  const { body } = JSON.parse(Buffer.from(record, "base64").toString()) as { body: { envelope: string } };
  return body.envelope;
}

test("each check finds nothing in a sound run", () => {
  const at = scene();
  for (const check of [evidence, judgement, inclusion]) assert.deepEqual(problemsOf(check, at), []);
});

test("evidence is named after its kind and the start of its digest", () => {
  assert.equal(evidenceFileName("coverage", "0123456789abcdef".repeat(4)), "evidence/coverage-0123456789abcdef.json");
});

test("evidence that says something else under the same name is found", () => {
  const at = scene();
  const name = Object.keys(at.files).find((one) => one.startsWith("evidence/")) ?? assert.fail();
  assert.deepEqual(problemsOf(evidence, at, { [name]: patched(at.files[name], { samples: 4 }) }), [
    `file-changed ${name}`,
  ]);
});

test("a kind that no file name could hold is a missing file, not a crash", () => {
  const at = scene();
  const inputAttestations = [{ uri: "urn:holdpoint:evidence:%E0%A4%A", digest: { sha256: "a".repeat(64) } }];
  const statement = { ...at.statement, predicate: { ...at.statement.predicate, inputAttestations } };
  const found = problemsOf(evidence, { ...at, statement });
  assert.ok(found.includes(`file-missing evidence/%E0%A4%A-${"a".repeat(16)}.json`), found.join());
});

test("an input without a name or a digest is a missing file", () => {
  const at = scene();
  for (const input of [
    { digest: { sha256: "a".repeat(64) } },
    { uri: "urn:holdpoint:evidence:coverage", digest: {} },
  ]) {
    const predicate = { ...at.statement.predicate, inputAttestations: [input] };
    const found = problemsOf(evidence, { ...at, statement: { ...at.statement, predicate } });
    assert.equal(found.filter((one) => one.startsWith("file-missing evidence/")).length, 1, found.join());
    assert.equal(found.filter((one) => one.startsWith("file-extra evidence/")).length, 3, found.join());
  }
});

test("a plan for another run, candidate, policy, instant or baseline is found", () => {
  const at = scene();
  const wrong: readonly JsonObject[] = [
    { run: "run-2" },
    { candidate: {} },
    { policy: { profile: "other" } },
    { nowMs: 1 },
    { nowMs: "now" },
    { baseline: { verdict: `sha256:${"1".repeat(64)}` } },
  ];
  for (const patch of wrong) {
    const plan = patched(at.files["plan.json"], patch);
    assert.deepEqual(
      problemsOf(judgement, at, { "plan.json": plan }),
      ["plan-mismatch plan.json"],
      JSON.stringify(patch),
    );
  }
  for (const patch of [{ waivers: [{}] }, { more: 1 }]) {
    const plan = patched(at.files["plan.json"], patch);
    assert.deepEqual(
      problemsOf(inclusion, at, { "plan.json": plan }),
      ["file-changed plan.json"],
      JSON.stringify(patch),
    );
  }
});

test("an artifact of another gate, run or verdict is found", () => {
  const at = scene();
  const wrong: readonly JsonObject[] = [
    { run: "run-2" },
    { profile: "nightly" },
    { policyDigest: "x" },
    { judgedAt: "x" },
    { catalogue: {} },
    { candidate: {} },
    { gate: {} },
  ];
  for (const patch of wrong) {
    const text = patched(at.files["gates/tests.json"], patch);
    const found = problemsOf(judgement, at, { "gates/tests.json": text });
    assert.deepEqual(found, ["judgement-mismatch gates/tests.json"], JSON.stringify(patch));
  }
  const swapped = problemsOf(judgement, at, { "gates/tests.json": at.files["gates/ledger.json"] ?? "" });
  assert.deepEqual(swapped, ["judgement-mismatch gates/tests.json"]);
});

test("rubbish in place of the judgement is another file than the signed one", () => {
  const at = scene();
  const rubbish: readonly JsonObject[] = [
    { gates: 1 },
    { gates: [null, 1, {}] },
    { evidence: "x" },
    { evidence: [null] },
    { baseline: 5 },
    { candidate: null },
  ];
  for (const patch of rubbish) {
    const text = patched(at.files["judgement.json"], patch);
    const digest = new RunReader(memoryRun({ j: text }), new ProblemList()).object("j");
    assert.notEqual(digest, null);
    assert.deepEqual(problemsOf(judgement, at, { "judgement.json": text }), ["file-changed judgement.json"]);
  }
});

test("files that are not canonical JSON, or no object, are malformed", () => {
  const at = scene();
  const wrong = ["", "{", "[]", "null", "1", '{"b":1,"a":2}', '{"a":1} ', '{"a":"\\ud800"}', "\u0000"];
  for (const text of wrong) {
    assert.deepEqual(
      problemsOf(judgement, at, { "judgement.json": text }),
      ["file-malformed judgement.json"],
      JSON.stringify(text),
    );
  }
});

test("proofs that are none are told apart: malformed, not included, of another record", () => {
  const at = scene();
  const file = at.files["inclusion.json"];
  const cases: readonly (readonly [JsonObject, string])[] = [
    [{ proof: ["AAAA"] }, "file-malformed inclusion.json"],
    [{ proof: 1 }, "file-malformed inclusion.json"],
    [{ record: "*" }, "file-malformed inclusion.json"],
    [{ leafIndex: -1 }, "file-malformed inclusion.json"],
    [{ leafIndex: 0 }, "inclusion-invalid inclusion.json"],
    [{ treeSize: 9 }, "inclusion-invalid inclusion.json"],
    [{ proof: [] }, "inclusion-invalid inclusion.json"],
    [{ record: Buffer.from("{}").toString("base64") }, "inclusion-invalid inclusion.json"],
  ];
  for (const [patch, expected] of cases) {
    assert.deepEqual(
      problemsOf(inclusion, at, { "inclusion.json": patched(file, patch) }),
      [expected],
      JSON.stringify(patch),
    );
  }
});

test("a checkpoint from before the verdict does not include it", () => {
  const at = scene();
  const before = at.statement.predicate.holdpoint.ledger.checkpoint;
  assert.deepEqual(problemsOf(inclusion, at, { "checkpoint.txt": before }), ["inclusion-invalid inclusion.json"]);
});

test("a later checkpoint needs its own proof", () => {
  const at = scene();
  const { head } = at.ledger.append([{ kind: "note", run: "", body: {} }]);
  assert.deepEqual(problemsOf(inclusion, at, { "checkpoint.txt": head.checkpoint }), [
    "inclusion-invalid inclusion.json",
  ]);
});

test("every problem is listed once, up to the bound, and none is forgotten", () => {
  const problems = new ProblemList();
  assert.equal(problems.isEmpty, true);
  problems.add("file-missing", "x");
  problems.add("file-missing", "x");
  problems.add("file-extra", "x");
  assert.equal(problems.list.length, 2);
  for (let n = 0; n < 200; n += 1) problems.add("file-extra", String(n));
  assert.equal(problems.list.length, PROBLEMS_MAX);
  assert.equal(problems.isEmpty, false);
});

test("a key counts until its revocation, and not at all when the time cannot be read", () => {
  const revocations = [{ fingerprint: "f", revokedAt: "2026-01-02T00:00:00Z" }];
  const at = (time: string | null, list = revocations): boolean => isRevokedAt("f", () => time, list);
  assert.equal(at("2026-01-01T23:59:59Z"), false);
  assert.equal(at("2026-01-02T00:00:00Z"), true);
  assert.equal(at(null), true);
  assert.equal(at("sometime"), true);
  assert.equal(at("2026-01-01T00:00:00Z", [{ fingerprint: "f", revokedAt: "sometime" }]), true);
  assert.equal(
    isRevokedAt("g", () => assert.fail("not asked"), revocations),
    false,
  );
});

test("every problem code has a sentence, and the line for a person says what was found", () => {
  assert.ok(Object.keys(PROBLEMS).length > 20);
  for (const [code, sentence] of Object.entries(PROBLEMS)) assert.match(sentence, /^[A-Z].*\.$/, code);
  const result = { valid: true, size: 9, anchoredUpTo: 7, selfAsserted: false };
  assert.equal(verificationLine(result), "valid, anchored up to 7 of 9");
  assert.match(verificationLine({ ...result, valid: false, selfAsserted: true }), /^NOT VALID.*self-asserted/);
});
