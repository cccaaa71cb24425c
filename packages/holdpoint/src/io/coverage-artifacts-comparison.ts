import { changesCollector } from "@holdpoint/collectors";
import type { ChangesBase, ChangesBody, LineHistory } from "@holdpoint/core";
import { isHoldpointError, lineHistory, patchCoverage } from "@holdpoint/core";
import type { ArtifactComparison, Earlier } from "../coverage/artifacts/comparison.ts";
import { earlierOf, instrumentersOf, isSameInstrument } from "../coverage/artifacts/comparison.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";
import type { ArtifactInput } from "./coverage-artifacts-input.ts";
import { lastPromotion } from "./last-promotion.ts";

const NO_BASE = "nothing was promoted yet and no base was named, so nobody knows what changed";

type Compared = Pick<ArtifactInput, "candidate" | "reports">;
type Changes = (base: ChangesBase) => Promise<ChangesBody>;

/**
 * What the coverage is put beside: what the last promotion left, and the changes since a named commit or it.
 *
 * @throws HoldpointError `HP-REPO-*` when a commit that was named is none, or cannot be compared with
 */
export async function artifactComparison(
  { nowMs, signal }: Host,
  loaded: LoadedConfig,
  { candidate, reports }: Compared,
  named: string | undefined,
): Promise<ArtifactComparison> {
  const { root } = loaded;
  const promoted = lastPromotion(loaded);
  const earlier = earlierOf(promoted);
  const changesSince: Changes = async (base) => {
    const context = { root, candidate, config: null, base, carried: {}, nowMs, signal };
    const [collected] = await changesCollector.collect(context);
    return collected?.body as ChangesBody;
  };
  const instrumenters = instrumentersOf(reports);
  const history = await historyOf(earlier, reports, changesSince);
  const known = { earlier, instrumenters, history };
  const base = baseOf(named, promoted?.candidate.commit);
  if (base === null) return { ...known, base: null, patch: null, whyNoPatch: NO_BASE };
  try {
    const changes = await changesSince(base);
    return { ...known, base: changes.base, patch: patchCoverage(reports, changes), whyNoPatch: "" };
  } catch (thrown) {
    // Whoever names a commit is told; a shallow clone without the last promotion still gets its artifacts.
    if (named !== undefined || !isUnreachable(thrown)) throw thrown;
    return { ...known, base: null, patch: null, whyNoPatch: thrown.message };
  }
}

function baseOf(named: string | undefined, promoted: string | undefined): ChangesBase | null {
  if (named !== undefined) return { commit: named, from: "option" };
  return promoted === undefined ? null : { commit: promoted, from: "last-promoted" };
}

/** Follows the lines of the last promotion, whatever base was named; null where they or the way are not known. */
async function historyOf(
  earlier: Earlier | null,
  reports: Compared["reports"],
  changesSince: Changes,
): Promise<LineHistory | null> {
  if (earlier === null || earlier.files === null) return null;
  if (!isSameInstrument(earlier, instrumentersOf(reports))) return null;
  try {
    const changes = await changesSince({ commit: earlier.commit, from: "last-promoted" });
    return lineHistory(earlier.files, reports, changes);
  } catch (thrown) {
    if (isUnreachable(thrown)) return null;
    throw thrown;
  }
}

function isUnreachable(thrown: unknown): thrown is Error {
  return isHoldpointError(thrown) && thrown.code.startsWith("HP-REPO-");
}
