import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const { commit, tree } = input.candidate;
  const problems = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body): Problem[] => {
    if (body.commit !== commit) return [differs("commit-moved", "commit", body.commit, commit)];
    return body.tree === tree ? [] : [differs("tree-differs", "tree", body.tree, tree)];
  });
  return conclude(problems, { reason: `HEAD is ${commit}`, observed: commit, threshold: commit });
}

function differs(code: string, what: string, seen: string, wanted: string): Problem {
  return {
    outcome: "fail",
    code,
    text: `the ${what} is ${seen} after the suites, the candidate's is ${wanted}`,
    observed: seen,
    threshold: wanted,
    flip: `would pass at ${what} ${wanted}`,
  };
}
