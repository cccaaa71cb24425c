import type { SoakComparison } from "@holdpoint/drills";
import { HoldpointError } from "@holdpoint/core";
import { compareSoaks, comparisonMarkdown } from "@holdpoint/drills";
import type { SoakCompareFlags } from "../commands/soak-flags.ts";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { storedSoak } from "../io/stored-soak.ts";
import type { Answer } from "../verb.ts";

export default async function soakCompare(
  host: Host,
  flags: SoakCompareFlags,
  before: string,
  after: string,
): Promise<Answer> {
  const comparison = compareSoaks(await storedSoak(host.cwd, before), await storedSoak(host.cwd, after));
  if (comparison.differences.length > 0 && !flags.anyway) {
    throw new HoldpointError("HP-SOAK-NOT-COMPARABLE", comparison.differences.join("; "));
  }
  return {
    exit: exitOf(comparison),
    json: () => comparison,
    text: () => comparisonMarkdown(comparison).trimEnd(),
  };
}

function exitOf({ kpis }: SoakComparison): ExitCode {
  if (kpis.some(({ verdict }) => verdict === "worse")) return EXIT.hold;
  return kpis.length === 0 || kpis.some(({ verdict }) => verdict === "unknown") ? EXIT.noVerdict : EXIT.pass;
}
