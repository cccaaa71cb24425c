import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { choiceParam } from "../../../params.ts";
import { listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const shallow = choiceParam(input.params, "shallow", ["refuse", "allow"]);
  const { commit } = input.candidate;
  const bodies = bodiesOf<RepositoryBody>(input, KIND.repository);
  const versions = [...new Set(bodies.flatMap((body) => body.versions).flatMap(({ version }) => version ?? []))];
  if (versions.length === 0) {
    return {
      outcome: "not-applicable",
      code: "no-version",
      observed: 0,
      threshold: 1,
      reason: "no manifest names a version",
      flip: "would apply with a version in `repository.versionFiles`",
    };
  }
  const tags = bodies.flatMap((body) => body.versionTags);
  const problems = tags.filter((tag) => tag.commit !== commit).map((tag) => elsewhere(tag.tag, tag.commit, commit));
  if (shallow === "refuse" && tags.length === 0 && bodies.some((body) => body.shallow)) {
    problems.push({
      outcome: "missing",
      code: "tags-unknown",
      text: "the clone is shallow, so its tags are not known",
      observed: "unknown",
      threshold: "known",
      flip: "would be judged in a clone with the whole history and its tags",
    });
  }
  const reason =
    tags.length === 0 ? `there is no tag of ${listed(versions)} yet` : `${listed(tags.map(({ tag }) => tag))} is here`;
  return conclude(problems, { reason, observed: tags.length === 0 ? "absent" : "here", threshold: "absent or here" });
}

function elsewhere(tag: string, seen: string, wanted: string): Problem {
  return {
    outcome: "fail",
    code: "tag-elsewhere",
    text: `the tag ${tag} names ${seen}, the candidate is ${wanted}`,
    observed: seen,
    threshold: wanted,
    flip: "would pass with a version that has no tag yet",
  };
}
