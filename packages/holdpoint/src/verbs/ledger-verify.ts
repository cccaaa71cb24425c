import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { verifyPath } from "@holdpoint/ledger";
import type { LedgerVerifyFlags } from "../commands/ledger.ts";
import type { Host } from "../host.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import { verifyTerms } from "../io/verify-terms.ts";
import type { Answer } from "../verb.ts";
import { verificationAnswer } from "./verify.ts";

export default async function ledgerVerify(host: Host, flags: LedgerVerifyFlags): Promise<Answer> {
  const folder = join(repositoryRoot(host.cwd), ".holdpoint");
  const result = verifyPath(folder, verifyTerms(host.cwd, flags));
  if (result.what === "ledger") return verificationAnswer(result);
  throw new HoldpointError("HP-RUN-UNKNOWN", "there is no ledger here yet", { file: folder });
}
