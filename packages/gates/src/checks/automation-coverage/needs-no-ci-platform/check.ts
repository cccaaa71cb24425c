import type { Check, CheckInput, Finding, RejudgementBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { suitesThatRan } from "../../../evidence/suite-runs.ts";
import { stringsParam } from "../../../params.ts";
import { byText, count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const system = stringsParam(input.params, "systemVariables").map((name) => name.toUpperCase());
  const ran = suitesThatRan(input);
  const removed = [...new Set(ran.flatMap((run) => run.environmentRemoved))].sort(byText);
  const variables = bodiesOf<RejudgementBody>(input, KIND.rejudgement)
    .flatMap((body) => body.environment)
    .filter((name) => !system.includes(name.toUpperCase()));
  const problems: Problem[] = [];
  if (variables.length > 0) problems.push(withVariables(variables));
  if (ran.length === 0) problems.push(noSuite());
  const kept = removed.length === 0 ? "there was none of them to keep away" : `kept from them: ${listed(removed)}`;
  return conclude(problems, {
    reason: `${count(ran.length, "suite")} ran and the judging was repeated without a platform's variables (${kept})`,
    observed: 0,
    threshold: 0,
  });
}

function withVariables(names: readonly string[]): Problem {
  return {
    outcome: "fail",
    code: "judged-with-variables",
    text: `the evidence was judged again with ${count(names.length, "variable")} in the environment: ${listed(names)}`,
    observed: names.length,
    threshold: 0,
    flip: "would pass with an empty environment",
  };
}

function noSuite(): Problem {
  return {
    outcome: "warn",
    code: "no-suite-ran",
    text: "no suite was run by Holdpoint; where its reports can be made is not shown",
    observed: 0,
    threshold: "at least 1 suite",
    flip: "would pass with `run` in one suite and fresh evidence",
  };
}
