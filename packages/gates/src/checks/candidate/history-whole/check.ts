import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { choiceParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const shallow = choiceParam(input.params, "shallow", ["refuse", "allow"]);
  const bodies = bodiesOf<RepositoryBody>(input, KIND.repository);
  const problems = bodies.flatMap(damageProblem);
  if (shallow === "refuse" && bodies.some((body) => body.shallow)) {
    problems.push({
      outcome: "fail",
      code: "history-shallow",
      text: "the clone is shallow: its tags and earlier commits are not known",
      observed: "shallow",
      threshold: "whole",
      flip: "would pass in a clone with the whole history",
    });
  }
  const reason = bodies.some((body) => body.shallow)
    ? "a shallow clone, and nothing else is missing"
    : "nothing is missing";
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}

function damageProblem({ damage }: RepositoryBody): Problem[] {
  if (damage.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "history-damaged",
      text: `git finds ${count(damage.length, "trouble")}: ${damage[0] ?? ""}`,
      observed: damage.length,
      threshold: 0,
      flip: "would pass at 0 missing or broken objects",
      locations: damage.map((line) => ({ file: ".git", text: line })),
    },
  ];
}
