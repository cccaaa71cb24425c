import { HoldpointError } from "@holdpoint/core";
import type { CoverageGateFlags } from "../commands/coverage-diff.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { profileOf } from "../profile.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";
import check from "./check.ts";

/** Gates that are about coverage, in the order in which they are judged. */
export const COVERAGE_GATES: readonly string[] = ["coverage", "coverage-regression", "test-mapping", "exceptions"];

export default async function coverageGate(host: Host, flags: CoverageGateFlags): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const known = profileOf(loaded, flags.profile).gates.map(({ id }) => id);
  const asked = COVERAGE_GATES.filter((id) => known.includes(id));
  if (asked.length > 0) return check(host, { ...flags, evidence: "existing" }, ...asked);
  const text = `the profile "${flags.profile}" has no gate about coverage (${COVERAGE_GATES.join(", ")})`;
  throw new HoldpointError("HP-CONFIG-REFERENCE", text, { file: loaded.file });
}
