import { isHoldpointError } from "@holdpoint/core";
import type { SignedCheckpoint } from "../checkpoint/checkpoint.ts";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import type { Envelope } from "../dsse/envelope.ts";
import { readEnvelope } from "../dsse/envelope.ts";
import { verifyEnvelope } from "../dsse/verify.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { noteKey } from "../note/note-key.ts";
import { verifyNote } from "../note/verify-note.ts";
import { readVerdict } from "../statement/read-verdict.ts";
import type { VerdictStatement } from "../statement/verdict-predicate.ts";
import { ProblemList } from "./problem-list.ts";
import { isRevokedAt } from "./revoked.ts";
import type { Verification, VerifyTerms } from "./verification.ts";

export interface VerdictFile {
  readonly where: string;
  readonly bytes: Uint8Array;
}

/** A verdict that could be read, with who signed it. */
export interface VerdictReading {
  readonly statement: VerdictStatement | null;
  readonly signers: readonly PublicKey[];
  readonly keys: readonly PublicKey[];
}

/**
 * Verifies one envelope with a verdict: signature, statement, and the ledger head inside it.
 * `found` are keys that lie beside it; they are used only when the reader trusts none.
 */
export function verifyVerdict(file: VerdictFile, found: readonly PublicKey[], terms: VerifyTerms): Verification {
  const problems = new ProblemList();
  const { statement, signers } = checkVerdict(file, found, terms, problems);
  const size = statement?.predicate.holdpoint.ledger.size ?? 0;
  return {
    what: "verdict",
    valid: problems.isEmpty,
    size,
    anchoredUpTo: problems.isEmpty ? size : 0,
    selfAsserted: terms.trusted.length === 0,
    mode: terms.mode,
    keys: signers.map((key) => key.fingerprint),
    problems: problems.list,
  };
}

/** The same for a caller that goes on with what was read. */
export function checkVerdict(
  { where, bytes }: VerdictFile,
  found: readonly PublicKey[],
  terms: VerifyTerms,
  problems: ProblemList,
): VerdictReading {
  const keys = terms.trusted.length > 0 ? terms.trusted : found;
  let envelope: Envelope;
  try {
    envelope = readEnvelope(bytes, where);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    problems.add("envelope-malformed", where);
    return { statement: null, signers: [], keys };
  }
  const signers = checkSigners(envelope, where, keys, found, problems);
  let statement: VerdictStatement;
  try {
    statement = readVerdict(envelope, where);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    problems.add("statement-malformed", where);
    return { statement: null, signers, keys };
  }
  const revoked = signers.filter((key) => isRevokedFor(key, statement.predicate.timeVerified, terms));
  if (signers.length > 0 && revoked.length === signers.length) problems.add("key-revoked", where);
  const { ledger } = statement.predicate.holdpoint;
  const head = checkCheckpoint(
    { where: `${where}: ledger head`, bytes: Buffer.from(ledger.checkpoint) },
    keys,
    problems,
  );
  if (head !== null) {
    const { origin, size, root } = head.checkpoint;
    const agrees = origin === ledger.origin && size === ledger.size && root.toString("base64") === ledger.root;
    if (!agrees) problems.add("statement-malformed", `${where}: ledger head`);
  }
  return { statement, signers, keys };
}

function checkSigners(
  envelope: Envelope,
  where: string,
  keys: readonly PublicKey[],
  found: readonly PublicKey[],
  problems: ProblemList,
): PublicKey[] {
  const signers = verifyEnvelope(envelope, keys);
  if (signers.length > 0) return signers;
  if (keys.length === 0) problems.add("key-unknown", where);
  else if (verifyEnvelope(envelope, found).length > 0) problems.add("key-foreign", where);
  else problems.add(namesOneOf(envelope, keys) ? "signature-invalid" : "key-foreign", where);
  return signers;
}

/** A hint for the wording only: `keyid` is not authenticated. */
function namesOneOf(envelope: Envelope, keys: readonly PublicKey[]): boolean {
  return envelope.signatures.some(({ keyid }) => keys.some((key) => key.fingerprint === keyid));
}

/** Reads a checkpoint and makes sure that one of the keys signed it; null when it says nothing. */
export function checkCheckpoint(
  { where, bytes }: VerdictFile,
  keys: readonly PublicKey[],
  problems: ProblemList,
): SignedCheckpoint | null {
  const signed = parseCheckpoint(bytes);
  if ("malformed" in signed) {
    problems.add("checkpoint-malformed", where);
    return null;
  }
  const named = keys.flatMap((key) => noteKey(signed.checkpoint.origin, key) ?? []);
  const { good, bad } = verifyNote(signed.note, named);
  if (bad.length > 0) problems.add("signature-invalid", where);
  else if (good.length === 0) problems.add(keys.length === 0 ? "key-unknown" : "key-foreign", where);
  else return signed;
  return null;
}

function isRevokedFor(key: PublicKey, at: string, { mode, revocations }: VerifyTerms): boolean {
  if (mode === "revoked-now") return revocations.some((one) => one.fingerprint === key.fingerprint);
  return isRevokedAt(key.fingerprint, () => at, revocations);
}
