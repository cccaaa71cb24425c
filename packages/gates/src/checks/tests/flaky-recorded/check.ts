import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { allCases, placeOf, testSuites } from "../../../evidence/test-cases.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "max");
  const cases = allCases(testSuites(input));
  const flaky = cases.filter(({ test }) => test.flaky);
  const passed = { reason: `${count(cases.length, "test")}, none needed a second try`, observed: 0, threshold: 0 };
  if (flaky.length === 0) return conclude([], passed);
  const tooMany = flaky.length > max;
  return conclude(
    [
      {
        outcome: tooMany ? "fail" : "warn",
        code: tooMany ? "too-many-flaky" : "flaky",
        text: `${count(flaky.length, "test")} passed only when run again: ${listed(flaky.map(({ test }) => test.id))}`,
        observed: flaky.length,
        threshold: tooMany ? max : 0,
        flip: tooMany ? `would warn at <= ${max} flaky tests` : "would pass with 0 flaky tests",
        locations: flaky.map(placeOf),
      },
    ],
    passed,
  );
}
