import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { mappingOf, untestedPaths, untestedPlaces } from "../../../evidence/mapped-modules.ts";
import { readMappingFacts } from "../../../evidence/mapping-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "maxUntested");
  const { modules } = mappingOf(input);
  const facts = readMappingFacts(input);
  if (facts === null) return withoutFacts(input, "test-mapping", definition.id, "which modules there were");
  const known = new Set(facts.modules);
  const added = modules.filter(({ path }) => !known.has(path));
  const untested = untestedPaths(added);
  const of = count(added.length, "new module");
  const problem = {
    outcome: "fail",
    code: "new-untested",
    text: `${untested.length} of ${of} without a test, ${max} may be: ${listed(untested)}`,
    observed: untested.length,
    threshold: max,
    flip: `would pass at <= ${count(max, "module")} without a test`,
    locations: untestedPlaces(untested, "new since the last promotion, and no test leads to it"),
  } as const;
  return conclude(untested.length > max ? [problem] : [], {
    reason: `${of}, ${untested.length} without a test`,
    observed: untested.length,
    threshold: max,
  });
}
