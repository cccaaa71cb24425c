import type { Config, CoverageConfig } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/**
 * The configuration's part about coverage, without which there is nothing to except from.
 *
 * @throws HoldpointError `HP-CONFIG-REFERENCE`
 */
export function coveragePart({ coverage }: Config, file: string): CoverageConfig {
  if (coverage !== null) return coverage;
  throw new HoldpointError("HP-CONFIG-REFERENCE", "there is no `coverage` part, so there are no floors", { file });
}
