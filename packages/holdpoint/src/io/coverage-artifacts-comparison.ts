import { changesCollector } from "@holdpoint/collectors";
import type { ChangesBase, ChangesBody } from "@holdpoint/core";
import { isHoldpointError, patchCoverage } from "@holdpoint/core";
import type { ArtifactComparison } from "../coverage/artifacts/comparison.ts";
import { earlierOf } from "../coverage/artifacts/comparison.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";
import type { ArtifactInput } from "./coverage-artifacts-input.ts";
import { lastPromoted } from "./coverage-artifacts-ledger.ts";

const NO_BASE = "nothing was promoted yet and no base was named, so nobody knows what changed";

/**
 * What the coverage is put beside: the last promotion's totals, and the changes since a named commit or that promotion.
 *
 * @throws HoldpointError `HP-REPO-*` when a commit that was named is none, or cannot be compared with
 */
export async function artifactComparison(
  { nowMs, signal }: Host,
  { root, config }: LoadedConfig,
  { candidate, reports }: Pick<ArtifactInput, "candidate" | "reports">,
  named: string | undefined,
): Promise<ArtifactComparison> {
  const { service, environment } = config;
  const promoted = lastPromoted(root, { service, environment });
  const earlier = earlierOf(promoted);
  const base: ChangesBase | null =
    named !== undefined
      ? { commit: named, from: "option" }
      : promoted === null
        ? null
        : { commit: promoted.candidate.commit, from: "last-promoted" };
  if (base === null) return { earlier, base: null, patch: null, whyNoPatch: NO_BASE };
  try {
    const context = { root, candidate, config: null, base, carried: {}, nowMs, signal };
    const [collected] = await changesCollector.collect(context);
    const changes = collected?.body as ChangesBody;
    return { earlier, base: changes.base, patch: patchCoverage(reports, changes), whyNoPatch: "" };
  } catch (thrown) {
    const isOurs = isHoldpointError(thrown) && thrown.code.startsWith("HP-REPO-");
    // Whoever names a commit is told; a shallow clone without the last promotion still gets its artifacts.
    if (named !== undefined || !isOurs) throw thrown;
    return { earlier, base: null, patch: null, whyNoPatch: thrown.message };
  }
}
