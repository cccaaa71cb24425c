import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { isTested, mappingOf, untestedPlaces } from "../../../evidence/mapped-modules.ts";
import { readMappingFacts } from "../../../evidence/mapping-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const { modules } = mappingOf(input);
  const facts = readMappingFacts(input);
  if (facts === null) return withoutFacts(input, "test-mapping", definition.id, "which modules had a test");
  const untestedThen = new Set(facts.untested);
  const testedThen = new Set(facts.modules.filter((path) => !untestedThen.has(path)));
  const inherited = modules.filter(({ path }) => testedThen.has(path));
  const lost = inherited.filter((module) => !isTested(module)).map(({ path }) => path);
  const problem = {
    outcome: "fail",
    code: "tests-lost",
    text: `${lost.length} of ${count(inherited.length, "module")} lost their tests: ${listed(lost)}`,
    observed: lost.length,
    threshold: 0,
    flip: "would pass with 0 modules that lost their tests",
    locations: untestedPlaces(lost, "had a test at the last promotion and has none now"),
  } as const;
  const reason = `${count(inherited.length, "module")} with a test at the last promotion and now`;
  return conclude(lost.length === 0 ? [] : [problem], { reason, observed: 0, threshold: 0 });
}
