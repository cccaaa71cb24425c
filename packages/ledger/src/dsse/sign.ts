import { canonicalize } from "@holdpoint/core";
import type { Signer } from "../keys/signer.ts";
import { pae } from "./pae.ts";

/** Text of a DSSE v1 envelope over exactly these bytes, one signature for each signer. */
export function signEnvelope(payloadType: string, payload: Uint8Array, signers: readonly Signer[]): string {
  if (signers.length === 0) throw new TypeError("an envelope without a signature proves nothing");
  const message = pae(payloadType, payload);
  return canonicalize({
    payload: Buffer.from(payload).toString("base64"),
    payloadType,
    signatures: signers.map((signer) => ({
      keyid: signer.publicKey.fingerprint,
      sig: signer.sign(message).toString("base64"),
    })),
  });
}
