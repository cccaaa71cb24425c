import { createPublicKey, verify } from "node:crypto";
import type { Json, JsonObject, SignedTrace } from "@holdpoint/core";
import { checkpointOf, leafHash, rootOf } from "../gateway/rfc6962.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";

const ABSENT: SignedTrace = { present: false, verified: false };
const KEY_ID_SIZE_BYTES = 4;
const VERDICT = "action-verdict";

/**
 * The signed DENY of an action in its audit trail: a DSSE envelope by the guardian's key whose payload denies it.
 *
 * @param guardianKeys PEM
 */
export function denialTrace(trail: Json | undefined, actionId: string, guardianKeys: readonly string[]): SignedTrace {
  const envelopes = listOf(objectOf(trail)["items"])
    .map(objectOf)
    .filter((item) => item["kind"] === VERDICT && item["action_id"] === actionId)
    .map((item) => objectOf(objectOf(item["body"])["envelope"]));
  if (envelopes.length === 0) return ABSENT;
  return { present: true, verified: envelopes.some((envelope) => isDenial(envelope, actionId, guardianKeys)) };
}

function isDenial(envelope: JsonObject, actionId: string, keys: readonly string[]): boolean {
  const payload = Buffer.from(textOf(envelope["payload"]), "base64");
  const type = textOf(envelope["payloadType"]);
  // Pre-authentication encoding of DSSE v1.
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  const signed = Buffer.concat([Buffer.from(head), payload]);
  const signatures = listOf(envelope["signatures"]).map((one) => Buffer.from(textOf(objectOf(one)["sig"]), "base64"));
  const isSigned = signatures.some((signature) => keys.some((key) => isBy(key, signed, signature)));
  const verdict = objectOf(parsed(payload.toString("utf8")));
  return isSigned && verdict["action"] === actionId && verdict["decision"] === "DENY";
}

/** The receipt as `GET /v1/receipts/{id}` answers it, included under a checkpoint that the ledger's key signed. */
export function receiptTrace(receipt: Json | undefined, actionId: string, ledgerKeys: readonly string[]): SignedTrace {
  const view = objectOf(receipt);
  const record = textOf(view["record"]);
  if (record === "") return ABSENT;
  const { tree_size: size, hashes } = objectOf(view["inclusion"]);
  const checkpoint = textOf(view["checkpoint"]);
  const root = rootOf(
    leafHash(Buffer.from(record)),
    Number(view["leaf_index"]),
    Number(size),
    listOf(hashes).map(textOf),
  );
  const head = checkpointOf(checkpoint);
  const isIncluded = root !== null && head.size === size && head.root === root.toString("base64");
  const isItsOwn = record.includes(actionId);
  return { present: true, verified: isIncluded && isItsOwn && isNoteBy(checkpoint, ledgerKeys) };
}

/** Whether a C2SP signed note carries a signature of one of the keys. */
export function isNoteBy(note: string, keys: readonly string[]): boolean {
  const end = note.indexOf("\n\n");
  if (end < 0) return false;
  const signed = Buffer.from(note.slice(0, end + 1));
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .filter((line) => line.startsWith("\u2014 "))
    .map((line) => Buffer.from(line.split(" ")[2] ?? "", "base64").subarray(KEY_ID_SIZE_BYTES));
  return signatures.some((signature) => keys.some((key) => isBy(key, signed, signature)));
}

function isBy(pem: string, signed: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, signed, createPublicKey(pem), signature);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
