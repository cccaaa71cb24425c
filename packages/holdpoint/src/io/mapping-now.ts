import type { CoverageConfig, JsonObject, TestMappingBody } from "@holdpoint/core";
import { readCandidateFacts, testMappingCollector } from "@holdpoint/collectors";
import type { EarlierFacts } from "../coverage/mapping/summary.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";
import { lastPromotion } from "./last-promotion.ts";

/** Which module has which tests, by the work tree as it is and the coverage reports that lie there. */
export async function mappingNow(host: Host, loaded: LoadedConfig, coverage: CoverageConfig): Promise<TestMappingBody> {
  const { root, config } = loaded;
  const { nowMs, signal } = host;
  const { service, environment } = config;
  const candidate = { service, ...(await readCandidateFacts(root)), artifacts: [], configDigest: "", environment };
  const context = { root, candidate, config: coverage, base: null, carried: {}, nowMs, signal };
  const [collected] = await testMappingCollector.collect(context);
  return collected?.body as TestMappingBody;
}

/** What the last promotion left about the mapping; null: nothing was promoted yet. */
export function mappingThen(loaded: LoadedConfig): EarlierFacts | null {
  const baseline = lastPromotion(loaded);
  if (baseline === null) return null;
  return { promotedAt: baseline.promotedAt, facts: baseline.facts["test-mapping"] as JsonObject | undefined };
}
