import { publicKeyPem } from "@holdpoint/ledger";
import type { NamedKey, PublicKeys } from "../../contract/public-keys.ts";

/** A public key as HTTP and clients see it. */
export interface KeyWire {
  /** First line of every note that it signs. */
  readonly origin: string;
  readonly type: string;
  /** `SHA256:` and base64, as people compare it. */
  readonly fingerprint: string;
  /** SPKI. */
  readonly pem: string;
}

export interface KeysWire {
  readonly ledger: KeyWire;
  readonly guardian: KeyWire;
}

export function keysWire({ ledger, guardian }: PublicKeys): KeysWire {
  return { ledger: keyWire(ledger), guardian: keyWire(guardian) };
}

function keyWire({ origin, key }: NamedKey): KeyWire {
  return { origin, type: key.type, fingerprint: key.fingerprint, pem: publicKeyPem(key) };
}
