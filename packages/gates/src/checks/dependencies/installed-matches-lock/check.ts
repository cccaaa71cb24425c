import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const NOT_INSTALLED: Problem = {
  outcome: "missing",
  code: "not-installed",
  text: "nothing was installed by npm here",
  observed: "not installed",
  threshold: "installed",
  flip: "would be judged after `npm ci`",
};

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const problems = bodies.flatMap(problemsOf);
  const entries = bodies.reduce((sum, { installed }) => sum + (installed?.entries ?? 0), 0);
  return conclude(problems, {
    reason: `${count(entries, "entry", "entries")} installed as locked`,
    observed: 0,
    threshold: 0,
  });
}

function problemsOf({ installed }: DependenciesBody): Problem[] {
  if (installed === null) return [NOT_INSTALLED];
  const problems: Problem[] = [];
  const { drift, absent } = installed;
  if (drift.length > 0) {
    const told = drift.map(({ path, what, expected, found }) => `${path} ${what} ${found}, locked ${expected}`);
    problems.push({
      outcome: "fail",
      code: "installed-drift",
      observed: drift.length,
      threshold: 0,
      flip: "would pass at 0 differences",
      text: `${count(drift.length, "difference")}: ${listed(told)}`,
      locations: drift.map(({ path, what, expected, found }) => ({
        file: path,
        text: `${what}: ${found}, locked ${expected}`,
      })),
    });
  }
  if (absent.length > 0) {
    problems.push({
      outcome: "fail",
      code: "packages-absent",
      text: `${count(absent.length, "locked package")} not installed: ${listed(absent)}`,
      observed: absent.length,
      threshold: 0,
      flip: "would pass with all of them installed",
      locations: absent.map((file) => ({ file, text: "locked, not installed" })),
    });
  }
  return problems;
}
