import { resolve } from "node:path";
import type { Governance, GovernanceExceptionEvent, Signer } from "@holdpoint/ledger";
import { readKeyFile, signGovernance } from "@holdpoint/ledger";
import { eventId, signerName } from "../coverage/exceptions/events.ts";
import { keepGovernance } from "./governance.ts";

/** A person of the repository with their private key. */
export interface Person {
  readonly name: string;
  readonly signer: Signer;
}

/** Reads a private key and says whose it is. */
export function personOf(cwd: string, keyFile: string, governance: Pick<Governance, "keys" | "revocations">): Person {
  const signer = readKeyFile(resolve(cwd, keyFile));
  return { name: signerName(governance, signer.publicKey.fingerprint), signer };
}

/** Signs and keeps what became of an exception; returns the file, relative to the root. */
export function keepEvent(cwd: string, event: GovernanceExceptionEvent, { signer }: Person): string {
  return keepGovernance(cwd, "exception-event", eventId(event), signGovernance("exception-event", event, [signer]));
}
