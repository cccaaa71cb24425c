import type { HoldReason, Json } from "@holdpoint/core";
import { canonicalize, HoldpointError, readJson } from "@holdpoint/core";
import type { Envelope } from "../dsse/envelope.ts";
import { readCandidate } from "../json/read-candidate.ts";
import { Shape, SHA256_HEX_PATTERN, SHA256_PATTERN, ShapeError } from "../json/shape.ts";
import type { ResourceDescriptor } from "./statement.ts";
import { STATEMENT_PAYLOAD_TYPE, STATEMENT_TYPE } from "./statement.ts";
import { candidateSubjects } from "./subjects.ts";
import type { VerdictExtension, VerdictPredicate, VerdictStatement } from "./verdict-predicate.ts";
import { EVIDENCE_URI_PREFIX, VERIFIER_ID, VSA_PREDICATE_TYPE } from "./verdict-predicate.ts";
import { resourceUri } from "./verdict-statement.ts";

const PAYLOAD_SIZE_BYTES_MAX = 48 * 1024 * 1024;
const PAYLOAD_DEPTH_MAX = 32;

/**
 * The statement that a verdict's envelope carries, held against itself: PASSED only with PROMOTE and no reason to hold,
 * subjects those of the candidate. Says nothing about signatures. Throws `HP-ENVELOPE-INVALID` or `HP-READ-…`.
 */
export function readVerdict(envelope: Envelope, file: string): VerdictStatement {
  if (envelope.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new HoldpointError("HP-ENVELOPE-INVALID", `the payload is of type "${envelope.payloadType}"`, { file });
  }
  const limits = { file, sizeBytesMax: PAYLOAD_SIZE_BYTES_MAX, depthMax: PAYLOAD_DEPTH_MAX };
  const value = readJson(envelope.payload, limits);
  try {
    const statement = readStatement(new Shape(value, "statement"));
    assertCoherent(statement);
    return statement;
  } catch (thrown) {
    if (!(thrown instanceof ShapeError)) throw thrown;
    throw new HoldpointError("HP-ENVELOPE-INVALID", thrown.message, { file }, thrown);
  }
}

function readStatement(shape: Shape): VerdictStatement {
  return {
    _type: shape.oneOf("_type", [STATEMENT_TYPE]),
    subject: shape.objects("subject").map(readDescriptor),
    predicateType: shape.oneOf("predicateType", [VSA_PREDICATE_TYPE]),
    predicate: readPredicate(shape.object("predicate")),
  };
}

function readPredicate(shape: Shape): VerdictPredicate {
  const verifier = shape.object("verifier");
  return {
    verifier: {
      id: verifier.oneOf("id", [VERIFIER_ID]),
      version: { holdpoint: verifier.object("version").text("holdpoint") },
    },
    timeVerified: shape.time("timeVerified"),
    resourceUri: shape.text("resourceUri"),
    policy: readSha256(shape.object("policy")),
    inputAttestations: shape.objects("inputAttestations").map(readSha256),
    verificationResult: shape.oneOf("verificationResult", ["PASSED", "FAILED"]),
    verifiedLevels: shape.texts("verifiedLevels"),
    slsaVersion: shape.text("slsaVersion"),
    holdpoint: readExtension(shape.object("holdpoint")),
  };
}

function readExtension(shape: Shape): VerdictExtension {
  const [catalogue, baseline, ledger] = [shape.object("catalogue"), shape.object("baseline"), shape.object("ledger")];
  return {
    run: shape.text("run"),
    profile: shape.text("profile"),
    verdict: shape.oneOf("verdict", ["PROMOTE", "HOLD"]),
    judgement: shape.matching("judgement", SHA256_PATTERN),
    catalogue: { version: catalogue.text("version"), digest: catalogue.matching("digest", SHA256_PATTERN) },
    candidate: readCandidate(shape.object("candidate")),
    baseline: { choice: baseline.text("choice"), verdict: baseline.textOrNull("verdict") },
    holdReasons: shape.objects("holdReasons").map(readHoldReason),
    notJudged: shape.objects("notJudged").map((one) => ({ suite: one.text("suite"), reason: one.text("reason") })),
    ledger: {
      origin: ledger.text("origin"),
      size: ledger.count("size"),
      root: ledger.text("root"),
      checkpoint: ledger.text("checkpoint"),
    },
  };
}

function readHoldReason(shape: Shape): HoldReason {
  const [gate, check, outcome] = [shape.text("gate"), shape.textOrNull("check"), shape.text("outcome")];
  return { gate, check, outcome, code: shape.text("code"), text: shape.text("text") };
}

function readDescriptor(shape: Shape): ResourceDescriptor {
  return { name: shape.text("name"), digest: shape.jsonObject("digest") as Readonly<Record<string, string>> };
}

function readSha256(shape: Shape): ResourceDescriptor {
  return { uri: shape.text("uri"), digest: { sha256: shape.object("digest").matching("sha256", SHA256_HEX_PATTERN) } };
}

/** Both halves of a verdict must say the same, or a reader of one half could be misled. */
function assertCoherent({ subject, predicate }: VerdictStatement): void {
  const { holdpoint, verificationResult, inputAttestations } = predicate;
  const promoted = holdpoint.verdict === "PROMOTE";
  const { candidate } = holdpoint;
  const claims: readonly (readonly [boolean, string])[] = [
    [promoted === (verificationResult === "PASSED"), "the result is not that of the verdict"],
    [promoted === (holdpoint.holdReasons.length === 0), "the reasons to hold are not those of the verdict"],
    [same(subject, candidateSubjects(candidate)), "the subjects are not those of the candidate"],
    [
      predicate.resourceUri === resourceUri(candidate.service, candidate.environment),
      "the resource is not the candidate's",
    ],
    [inputAttestations.every(({ uri }) => uri?.startsWith(EVIDENCE_URI_PREFIX)), "an input is not evidence"],
  ];
  for (const [holds, text] of claims) if (!holds) throw new ShapeError(text);
}

function same(a: readonly ResourceDescriptor[], b: readonly ResourceDescriptor[]): boolean {
  return canonicalize(a as unknown as Json) === canonicalize(b as unknown as Json);
}
