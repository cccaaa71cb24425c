import type { CheckInput, JsonObject, MappingFigures } from "@holdpoint/core";
import { UNTESTED_LISTED_MAX } from "@holdpoint/core";
import { mappingFactsNow } from "./mapping-facts.ts";

/** What the mapping of modules to tests of a run looked like. */
export function mappingFigures(input: CheckInput): JsonObject {
  const { ratio, untested } = mappingFactsNow(input);
  const figures: MappingFigures = {
    modules: ratio.total,
    tested: ratio.covered,
    untested: untested.slice(0, UNTESTED_LISTED_MAX),
  };
  return figures as unknown as JsonObject;
}
