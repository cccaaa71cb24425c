import { resolve } from "node:path";
import type { VerifyTerms } from "@holdpoint/ledger";
import { readPublicKeyFile } from "@holdpoint/ledger";
import { governanceOf } from "./governance.ts";

/** On what trust a verb verifies: the key that was given, and what the repository around says about revoked ones. */
export function verifyTerms(
  cwd: string,
  { key, revokedNow }: { readonly key?: string; readonly revokedNow: boolean },
): VerifyTerms {
  return {
    trusted: key === undefined ? [] : [readPublicKeyFile(resolve(cwd, key))],
    revocations: governanceOf(cwd).revocations,
    mode: revokedNow ? "revoked-now" : "when-observed",
  };
}
