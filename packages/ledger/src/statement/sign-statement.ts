import type { Json } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { signEnvelope } from "../dsse/sign.ts";
import type { Signer } from "../keys/signer.ts";
import type { Statement } from "./statement.ts";
import { STATEMENT_PAYLOAD_TYPE } from "./statement.ts";

/** Text of the DSSE envelope over the canonical form of a statement. */
export function signStatement<Predicate>(statement: Statement<Predicate>, signer: Signer): string {
  return signEnvelope(STATEMENT_PAYLOAD_TYPE, Buffer.from(canonicalize(statement as unknown as Json)), [signer]);
}
