import { resolve } from "node:path";
import { approveGovernance, readKeyFile } from "@holdpoint/ledger";
import type { WaiverApproveFlags } from "../commands/waiver.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { governanceOf, readWaiverFile, writeWaiverFile } from "../io/governance.ts";
import type { Answer } from "../verb.ts";

export default async function waiverApprove(host: Host, { key }: WaiverApproveFlags, given: string): Promise<Answer> {
  const file = resolve(host.cwd, given);
  const before = readWaiverFile(file);
  writeWaiverFile(file, approveGovernance(before, readKeyFile(resolve(host.cwd, key))));
  const governance = governanceOf(host.cwd);
  const own = (path: string): boolean => file.endsWith(`/governance/${path}`);
  const counts = governance.waivers.some((waiver) => own(waiver.file));
  const problems = governance.problems.filter((problem) => own(problem.file));
  return {
    exit: counts ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: "holdpoint/waiver-approved/v1", file: given, counts, problems }),
    text: () =>
      counts
        ? `${given} counts once it is committed.`
        : [`${given} was signed, but does not count:`, ...problems.map(({ text }) => `  ${text}`)].join("\n"),
  };
}
