import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { canonicalize, digestOf, isHoldpointError, sha256Hex } from "@holdpoint/core";
import type { Envelope } from "../dsse/envelope.ts";
import { readEnvelope } from "../dsse/envelope.ts";
import { verifyEnvelope } from "../dsse/verify.ts";
import { makeSigner } from "../keys/signer.ts";
import { CANDIDATE, evidenceOf, judgementOf } from "../testing.ts";
import { GATE_PREDICATE_TYPE, gateStatement } from "./gate-statement.ts";
import { readVerdict } from "./read-verdict.ts";
import { signStatement } from "./sign-statement.ts";
import { STATEMENT_PAYLOAD_TYPE } from "./statement.ts";
import type { VerdictStatement } from "./verdict-predicate.ts";
import { levelOf, resourceUri, verdictStatement } from "./verdict-statement.ts";

const { signer } = makeSigner();
const LEDGER = {
  origin: "holdpoint/trial",
  size: 7,
  root: Buffer.alloc(32).toString("base64"),
  checkpoint: "the note",
};
const EVIDENCE = [evidenceOf("test-results", "r"), evidenceOf("odd kind/é", "r")];

function statementOf(verdict: "PROMOTE" | "HOLD"): VerdictStatement {
  return verdictStatement({ judgement: judgementOf("r", EVIDENCE, { verdict }), ledger: LEDGER, version: "1.2.3" });
}

function envelopeOf(payload: unknown, payloadType: string = STATEMENT_PAYLOAD_TYPE): Envelope {
  return { payloadType, payload: Buffer.from(canonicalize(payload as Json)), signatures: [] };
}

test("PROMOTE is PASSED, HOLD is FAILED, and both name every piece of evidence", () => {
  const [promote, hold] = [statementOf("PROMOTE").predicate, statementOf("HOLD").predicate];
  assert.deepEqual([promote.verificationResult, promote.verifiedLevels], ["PASSED", ["HOLDPOINT_RELEASE"]]);
  assert.deepEqual([hold.verificationResult, hold.verifiedLevels], ["FAILED", ["FAILED"]]);
  assert.equal(hold.holdpoint.holdReasons.length, 1);
  for (const predicate of [promote, hold]) {
    assert.deepEqual(predicate.inputAttestations, [
      {
        uri: "urn:holdpoint:evidence:test-results",
        digest: { sha256: digestOf(EVIDENCE[0] as unknown as Json).slice(7) },
      },
      {
        uri: "urn:holdpoint:evidence:odd%20kind%2F%C3%A9",
        digest: { sha256: digestOf(EVIDENCE[1] as unknown as Json).slice(7) },
      },
    ]);
  }
});

test("the subjects are the commit, its tree and every artifact", () => {
  assert.deepEqual(statementOf("PROMOTE").subject, [
    { name: "trial", digest: { gitCommit: CANDIDATE.commit } },
    { name: "trial#tree", digest: { gitTree: CANDIDATE.tree } },
    { name: "trial.tgz", digest: { sha256: "d".repeat(64) } },
  ]);
});

test("the extension binds run, judgement, candidate and the ledger's head", () => {
  const judgement = judgementOf("r", EVIDENCE);
  const { holdpoint, policy, timeVerified } = verdictStatement({ judgement, ledger: LEDGER, version: "1" }).predicate;
  assert.equal(holdpoint.judgement, digestOf(judgement as unknown as Json));
  assert.deepEqual(holdpoint.ledger, LEDGER);
  assert.deepEqual(holdpoint.candidate, CANDIDATE);
  assert.equal(`sha256:${policy.digest["sha256"]}`, judgement.policyDigest);
  assert.equal(timeVerified, judgement.judgedAt);
});

test("a verdict is read back as it was signed", () => {
  for (const verdict of ["PROMOTE", "HOLD"] as const) {
    const statement = statementOf(verdict);
    const envelope = readEnvelope(Buffer.from(signStatement(statement, signer)), "verdict.dsse.json");
    assert.equal(verifyEnvelope(envelope, [signer.publicKey]).length, 1);
    assert.deepEqual(readVerdict(envelope, "verdict.dsse.json"), statement);
  }
});

test("a verdict whose halves disagree is refused", () => {
  const promote = statementOf("PROMOTE");
  const hold = statementOf("HOLD");
  const { predicate } = promote;
  const extended = (patch: object): object => ({
    ...promote,
    predicate: { ...predicate, holdpoint: { ...predicate.holdpoint, ...patch } },
  });
  const wrong: readonly (readonly [string, object])[] = [
    ["type", { ...promote, _type: "https://in-toto.io/Statement/v0.1" }],
    ["predicate type", { ...promote, predicateType: "https://slsa.dev/provenance/v1" }],
    ["verifier", { ...promote, predicate: { ...predicate, verifier: { id: "x", version: { holdpoint: "1" } } } }],
    ["a HOLD that passed", { ...hold, predicate: { ...hold.predicate, verificationResult: "PASSED" } }],
    ["a PROMOTE that failed", { ...promote, predicate: { ...predicate, verificationResult: "FAILED" } }],
    ["a PROMOTE with reasons to hold", extended({ holdReasons: hold.predicate.holdpoint.holdReasons })],
    ["a HOLD without reasons", extended({ verdict: "HOLD" })],
    ["another candidate", extended({ candidate: { ...CANDIDATE, commit: "f".repeat(40) } })],
    ["no subject", { ...promote, subject: [] }],
    ["another service", { ...promote, predicate: { ...predicate, resourceUri: resourceUri("other", "release") } }],
    [
      "an input that is no evidence",
      {
        ...promote,
        predicate: { ...predicate, inputAttestations: [{ uri: "urn:x", digest: { sha256: "a".repeat(64) } }] },
      },
    ],
    ["a short digest", extended({ judgement: "sha256:abc" })],
    ["a negative size", extended({ ledger: { ...LEDGER, size: -1 } })],
    ["no time", { ...promote, predicate: { ...predicate, timeVerified: "yesterday" } }],
    ["an impossible time", { ...promote, predicate: { ...predicate, timeVerified: "2026-13-01T00:00:00Z" } }],
  ];
  for (const [what, statement] of wrong) {
    assert.throws(
      () => readVerdict(envelopeOf(statement), "v"),
      (thrown) => isHoldpointError(thrown) && thrown.code === "HP-ENVELOPE-INVALID",
      what,
    );
  }
  assert.throws(() => readVerdict(envelopeOf(promote, "text/plain"), "v"), /text\/plain/);
});

test("no member of a verdict can be left out", () => {
  const statement = statementOf("HOLD") as unknown as Json;
  const paths: string[][] = [];
  const walk = (value: Json, path: string[]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) paths.push([...path, key]);
      walk(inner, [...path, key]);
    }
  };
  walk(statement, []);
  assert.ok(paths.length > 50, `${paths.length} members`);
  for (const path of paths) {
    const copy = structuredClone(statement) as Record<string, Json>;
    const parent = path.slice(0, -1).reduce<Record<string, Json>>((at, key) => at[key] as Record<string, Json>, copy);
    Reflect.deleteProperty(parent, path.at(-1) ?? "");
    assert.throws(() => readVerdict(envelopeOf(copy), "v"), isHoldpointError, path.join("."));
  }
});

test("a gate's statement names the artifact's exact bytes and the candidate", () => {
  const statement = gateStatement("tests-1-r.json", "the text", { candidate: CANDIDATE, run: "r" });
  assert.equal(statement.predicateType, GATE_PREDICATE_TYPE);
  assert.deepEqual(statement.subject[0], { name: "tests-1-r.json", digest: { sha256: sha256Hex("the text") } });
  assert.equal(statement.subject.length, 4);
  assert.deepEqual(statement.predicate.candidate, CANDIDATE);
});

test("names that need escaping stay one part of the URN", () => {
  assert.equal(resourceUri("a:b", "x y"), "urn:holdpoint:service:a%3Ab:x%20y");
  assert.equal(levelOf("pull-request 2"), "HOLDPOINT_PULL_REQUEST_2");
});
