import type { Json } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import type { Envelope } from "../dsse/envelope.ts";
import { readEnvelope } from "../dsse/envelope.ts";
import { pae } from "../dsse/pae.ts";
import { signEnvelope } from "../dsse/sign.ts";
import { Shape } from "../json/shape.ts";
import type { Signer } from "../keys/signer.ts";
import { GOVERNANCE_READER } from "./read-record.ts";
import type { GovernanceKey, GovernanceKind, GovernanceRecords } from "./records.ts";
import { governancePayloadType } from "./records.ts";

/**
 * Text of the signed file of a governance record. Throws `ShapeError` when a reader would refuse it.
 *
 * @example
 * const text = signGovernance("waiver", waiver, [owner]); // then approveGovernance(text, approver)
 */
export function signGovernance<Kind extends GovernanceKind>(
  kind: Kind,
  record: GovernanceRecords[Kind],
  signers: readonly Signer[],
): string {
  const json = record as unknown as Json;
  GOVERNANCE_READER[kind](new Shape(json, kind));
  return `${signEnvelope(governancePayloadType(kind), Buffer.from(canonicalize(json)), signers)}\n`;
}

/** Adds a signature to a record that somebody else has signed, over the very same bytes. */
export function approveGovernance(text: string, signer: Signer): string {
  const envelope = readEnvelope(Buffer.from(text), "governance record");
  const { payload, payloadType, signatures } = envelope;
  const added = { keyid: signer.publicKey.fingerprint, signature: signer.sign(pae(payloadType, payload)) };
  return formatEnvelope({ payload, payloadType, signatures: [...signatures, added] });
}

/** The record with which a repository comes to trust a key. */
export function governanceKey(
  signer: Signer,
  about: Pick<GovernanceKey, "id" | "owner" | "use" | "createdAt">,
): GovernanceKey {
  const { fingerprint, raw } = signer.publicKey;
  const { id, owner, use, createdAt } = about;
  return { schema: "holdpoint/key/v1", id, owner, use, fingerprint, publicKey: raw.toString("base64"), createdAt };
}

function formatEnvelope({ payload, payloadType, signatures }: Envelope): string {
  const members = {
    payload: payload.toString("base64"),
    payloadType,
    signatures: signatures.map(({ keyid, signature }) => ({ keyid: keyid ?? "", sig: signature.toString("base64") })),
  };
  return `${canonicalize(members)}\n`;
}
