import { isHoldpointError } from "@holdpoint/core";
import type { SignedCheckpoint } from "../checkpoint/checkpoint.ts";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import type { LedgerReader } from "../store/ledger-store.ts";
import { sameHash } from "../merkle/hash.ts";
import { verifyNote } from "../note/verify-note.ts";
import type { KeyChain } from "./key-chain.ts";
import { ProblemList } from "./problem-list.ts";
import { isRevokedAt } from "./revoked.ts";
import { scanRecords } from "./scan-records.ts";
import type { Verification, VerifyTerms } from "./verification.ts";

/** A checkpoint that was kept outside the store, and how to call it. */
export interface OutsideCheckpoint {
  readonly where: string;
  readonly bytes: Uint8Array;
}

interface Sealed extends SignedCheckpoint {
  readonly where: string;
  readonly isOutside: boolean;
  /** Roots of the complete subtrees beside it in the store. */
  readonly peaks: Uint8Array | null;
}

/**
 * Verifies a whole ledger: every record's stored bytes, every root, every signature, every key, and what checkpoints
 * kept outside say. Reads each record once; memory does not grow with the number of records.
 */
export function verifyLedger(
  reader: LedgerReader,
  outside: Iterable<OutsideCheckpoint>,
  terms: VerifyTerms,
): Verification {
  const problems = new ProblemList();
  let state: LedgerState = { size: 0, anchoredUpTo: 0, keys: [] };
  try {
    state = verifyState(reader, outside, terms, problems);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    problems.add("ledger-unreadable", thrown.message);
  }
  const selfAsserted = terms.trusted.length === 0;
  return { what: "ledger", valid: problems.isEmpty, ...state, selfAsserted, mode: terms.mode, problems: problems.list };
}

type LedgerState = Pick<Verification, "size" | "anchoredUpTo" | "keys">;

function verifyState(
  reader: LedgerReader,
  outside: Iterable<OutsideCheckpoint>,
  terms: VerifyTerms,
  problems: ProblemList,
): LedgerState {
  for (const line of reader.damage()) problems.add("ledger-unreadable", line);
  const sealed = [...storedCheckpoints(reader, problems), ...outsideCheckpoints(reader, outside, problems)].sort(
    (a, b) => a.checkpoint.size - b.checkpoint.size || Number(a.isOutside) - Number(b.isOutside),
  );
  const inStore = sealed.filter((one) => !one.isOutside);
  let next = 0;
  const wrong = new Set<Sealed>();
  const scan = scanRecords(reader, problems, (range) => {
    for (; sealed[next]?.checkpoint.size === range.size; next += 1) {
      const one = sealed[next] as Sealed;
      if (!sameHash(range.root(), one.checkpoint.root)) wrong.add(one);
      else if (one.peaks !== null && !range.toBytes().equals(one.peaks)) problems.add("state-mismatch", one.where);
    }
  });
  // Of roots that differ the first says where; all later ones follow from it.
  const first = (isOutside: boolean): Sealed | undefined => [...wrong].find((one) => one.isOutside === isOutside);
  const [inside, beyond] = [first(false), first(true)];
  if (inside !== undefined) problems.add("root-mismatch", inside.where);
  if (beyond !== undefined) problems.add("history-replaced", beyond.where);
  if (scan.size === 0) problems.add("ledger-empty", "ledger");
  if (scan.size !== (inStore.at(-1)?.checkpoint.size ?? 0))
    problems.add("unsealed", `record ${inStore.at(-1)?.checkpoint.size ?? 0}`);
  for (const one of sealed.slice(next)) problems.add(one.isOutside ? "truncated" : "record-missing", one.where);
  const held = sealed.slice(0, next).filter((one) => !wrong.has(one));
  const signed = held.filter((one) => verifySignature(one, scan.chain, scan.timeAt, terms, problems));
  const { chain } = scan;
  if (terms.trusted.length > 0 && chain.keys.length > 0 && !chain.isTrustedBy(terms.trusted))
    problems.add("key-foreign", "record 0");
  const current = chain.keys.at(-1);
  if (terms.mode === "revoked-now" && current !== undefined && isRevoked(current.key.fingerprint, chain, terms)) {
    problems.add("key-revoked", current.key.fingerprint);
  }
  const anchoredUpTo = signed.findLast((one) => one.isOutside)?.checkpoint.size ?? 0;
  return { size: scan.size, anchoredUpTo, keys: chain.keys.map(({ key }) => key.fingerprint) };
}

function isRevoked(fingerprint: string, chain: KeyChain, terms: VerifyTerms): boolean {
  return chain.revokedAtSeq.has(fingerprint) || terms.revocations.some((one) => one.fingerprint === fingerprint);
}

function* storedCheckpoints(reader: LedgerReader, problems: ProblemList): Generator<Sealed> {
  for (const { size, text, peaks } of reader.checkpoints()) {
    const where = `checkpoint ${size}`;
    const signed = parseCheckpoint(Buffer.from(text));
    if ("malformed" in signed) problems.add("checkpoint-malformed", where);
    else if (signed.checkpoint.size !== size) problems.add("state-mismatch", where);
    else if (signed.checkpoint.origin !== reader.origin) problems.add("checkpoint-origin", where);
    else yield { ...signed, where, isOutside: false, peaks };
  }
}

function* outsideCheckpoints(
  reader: LedgerReader,
  outside: Iterable<OutsideCheckpoint>,
  problems: ProblemList,
): Generator<Sealed> {
  for (const { where, bytes } of outside) {
    const signed = parseCheckpoint(bytes);
    if ("malformed" in signed) problems.add("checkpoint-malformed", where);
    else if (signed.checkpoint.origin !== reader.origin) problems.add("checkpoint-origin", where);
    else yield { ...signed, where, isOutside: true, peaks: null };
  }
}

/** The key in force at that size must have signed, alone or, where it takes over, with the one before it. */
function verifySignature(
  { checkpoint, note, where }: Sealed,
  chain: KeyChain,
  timeAt: (size: number) => string | null,
  terms: VerifyTerms,
  problems: ProblemList,
): boolean {
  const signer = chain.at(checkpoint.size);
  if (signer === null) {
    problems.add("key-unknown", where);
    return false;
  }
  const { good, bad } = verifyNote(
    note,
    chain.keys.map((one) => one.note),
  );
  if (bad.length > 0) problems.add("signature-invalid", where);
  else if (!good.includes(signer.note)) problems.add(good.length > 0 ? "signature-invalid" : "key-foreign", where);
  else {
    const { fingerprint } = signer.key;
    const revokedAtSeq = chain.revokedAtSeq.get(fingerprint);
    const after = revokedAtSeq !== undefined && checkpoint.size > revokedAtSeq + 1;
    if (!after && !isRevokedAt(fingerprint, () => timeAt(checkpoint.size), terms.revocations)) return true;
    problems.add("key-revoked", where);
  }
  return false;
}
