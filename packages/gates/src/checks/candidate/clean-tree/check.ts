import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<RepositoryBody>(input, KIND.repository);
  const problems = bodies.flatMap(dirtyProblem);
  if (problems.length === 0 && input.candidate.dirty) {
    problems.push({
      outcome: "fail",
      code: "dirty-when-formed",
      text: "the tree was dirty when the candidate was formed, and is clean now",
      observed: "dirty",
      threshold: "clean",
      flip: "would pass when run again on the clean tree",
    });
  }
  const files = bodies.reduce((sum, body) => sum + body.trackedFiles, 0);
  return conclude(problems, {
    reason: `${count(files, "tracked file")}, none changed, none besides`,
    observed: 0,
    threshold: 0,
  });
}

function dirtyProblem({ dirty }: RepositoryBody): Problem[] {
  if (dirty.count === 0) return [];
  const names = listed(dirty.paths.map(({ path }) => path));
  return [
    {
      outcome: "fail",
      code: "tree-dirty",
      text: `${count(dirty.count, "path")} not as in the commit: ${names}`,
      observed: dirty.count,
      threshold: 0,
      flip: "would pass at 0 changed paths",
      locations: dirty.paths.map(({ path, state }) => ({ file: path, text: stateText(state) })),
    },
  ];
}

const STATES: readonly (readonly [sign: RegExp, text: string])[] = [
  [/^\?\?/, "not tracked"],
  [/U|AA|DD/, "in conflict"],
  [/^R|^C/, "renamed"],
  [/D/, "deleted"],
  [/A/, "added, not committed"],
  [/T/, "of another type"],
  [/M/, "changed"],
];

function stateText(state: string): string {
  return STATES.find(([sign]) => sign.test(state))?.[1] ?? `in state ${JSON.stringify(state)}`;
}
