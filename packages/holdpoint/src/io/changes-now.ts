import type { ChangesBase, ChangesBody } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { changesCollector, readCandidateFacts } from "@holdpoint/collectors";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";
import { lastPromotion } from "./last-promotion.ts";

/**
 * What the work tree changes since a named base, or since the last promotion.
 *
 * @throws HoldpointError `HP-REPO-BASE` where nothing is named and nothing was promoted, `HP-REPO-*` where git cannot
 * tell
 */
export async function changesNow(host: Host, loaded: LoadedConfig, named: string | undefined): Promise<ChangesBody> {
  const { root, config } = loaded;
  const { nowMs, signal } = host;
  const { service, environment } = config;
  const base = baseOf(loaded, named);
  const candidate = { service, ...(await readCandidateFacts(root)), artifacts: [], configDigest: "", environment };
  const context = { root, candidate, config: {}, base, carried: {}, nowMs, signal };
  const [collected] = await changesCollector.collect(context);
  return collected?.body as ChangesBody;
}

function baseOf(loaded: LoadedConfig, named: string | undefined): ChangesBase {
  if (named !== undefined) return { commit: named, from: "option" };
  const promotion = lastPromotion(loaded);
  if (promotion !== null) return { commit: promotion.candidate.commit, from: "last-promoted" };
  throw new HoldpointError("HP-REPO-BASE", "nothing was promoted here yet, and --base names no commit");
}
