import { basename, join, resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { approveGovernance, governanceFile, readKeyFile } from "@holdpoint/ledger";
import { GOVERNANCE_FOLDER } from "@holdpoint/release";
import type { ExceptionsApproveFlags } from "../commands/coverage-exceptions.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { governanceOf, readWaiverFile, writeWaiverFile } from "../io/governance.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import type { Answer } from "../verb.ts";

const SUFFIX = ".dsse.json";

export default async function exceptionsApprove(
  host: Host,
  { key }: ExceptionsApproveFlags,
  given: string,
): Promise<Answer> {
  const id = given.endsWith(SUFFIX) ? basename(given, SUFFIX) : given;
  const own = governanceFile("exception", id);
  const file = join(repositoryRoot(host.cwd), GOVERNANCE_FOLDER, own);
  const signer = readKeyFile(resolve(host.cwd, key));
  if (governanceOf(host.cwd).exceptions.some((one) => one.file === own))
    throw new HoldpointError("HP-USAGE", `the exception ${id} has both its signatures already`);
  writeWaiverFile(file, approveGovernance(readWaiverFile(file), signer));
  const governance = governanceOf(host.cwd);
  const counts = governance.exceptions.some((one) => one.file === own);
  const problems = governance.problems.filter((problem) => problem.file === own);
  return {
    exit: counts ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: "holdpoint/coverage-exception-approved/v1", id, counts, problems }),
    text: () =>
      counts
        ? `${id} counts from the commit after the one that brings it.`
        : [`${id} was signed, but does not count:`, ...problems.map(({ text }) => `  ${text}`)].join("\n"),
  };
}
