import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const entries = bodies.reduce((sum, { installed }) => sum + (installed?.entries ?? 0), 0);
  return conclude(bodies.flatMap(problemsOf), {
    reason: `${count(entries, "installed entry", "installed entries")}, all locked`,
    observed: 0,
    threshold: 0,
  });
}

function problemsOf({ installed }: DependenciesBody): Problem[] {
  if (installed === null) {
    return [
      {
        outcome: "missing",
        code: "not-installed",
        text: "nothing was installed by npm here",
        observed: "not installed",
        threshold: "installed",
        flip: "would be judged after `npm ci`",
      },
    ];
  }
  const { extraneous } = installed;
  if (extraneous.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "extraneous",
      text: `${count(extraneous.length, "place")} not in the lockfile: ${listed(extraneous)}`,
      observed: extraneous.length,
      threshold: 0,
      flip: "would pass at 0 such places",
      locations: extraneous.map((file) => ({ file, text: "installed, in no lockfile" })),
    },
  ];
}
