import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { testSuites } from "../../../evidence/test-cases.ts";
import type { SuiteFacts } from "../../../evidence/test-facts.ts";
import { readTestFacts } from "../../../evidence/test-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { percentParam } from "../../../params.ts";
import { shareMax } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxLossPercent = percentParam(input.params, "maxLossPercent");
  const now = new Map(testSuites(input).map(({ suite, cases }) => [suite, cases.length]));
  const facts = readTestFacts(input);
  if (facts === null) return withoutFacts(input, "tests", definition.id, "the suites that were judged");
  const judged = facts.suites.length;
  return conclude(
    facts.suites.flatMap((suite) => suiteProblem(suite, now, maxLossPercent)),
    {
      reason: `${count(judged, "suite")} of the last promotion judged again`,
      observed: judged,
      threshold: judged,
    },
  );
}

function suiteProblem(
  { suite, passed }: SuiteFacts,
  now: ReadonlyMap<string, number>,
  maxLossPercent: number,
): Problem[] {
  const tests = now.get(suite);
  if (tests === undefined) {
    return [
      {
        outcome: "fail",
        code: "suite-gone",
        text: `the suite "${suite}" was judged at the last promotion and has no results now`,
        observed: "not judged",
        threshold: "judged",
        flip: `would pass with the results of "${suite}"`,
      },
    ];
  }
  const fewest = passed.length - shareMax(passed.length, maxLossPercent);
  if (tests >= fewest) return [];
  return [
    {
      outcome: "fail",
      code: "suite-shrunk",
      text: `the suite "${suite}" has ${count(tests, "test")}, at the last promotion ${passed.length} passed`,
      observed: tests,
      threshold: fewest,
      flip: `would pass with ${count(fewest - tests, "more test")}`,
    },
  ];
}
