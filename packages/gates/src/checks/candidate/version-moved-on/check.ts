import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { CandidateFacts } from "../../../evidence/candidate-facts.ts";
import { commonVersion, readCandidateFacts } from "../../../evidence/candidate-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { choiceParam } from "../../../params.ts";
import { listed } from "../../../text.ts";
import { compareVersions } from "../../../version.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const sameVersion = choiceParam(input.params, "sameVersion", ["warn", "refuse"]);
  const versions = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body) => body.versions);
  const then = readCandidateFacts(input);
  if (then === null) return withoutFacts(input, "candidate", definition.id, "the version");
  const version = commonVersion(versions);
  const isSameCommit = input.baseline?.candidate.commit === input.candidate.commit;
  const files = versions.map(({ file }) => file);
  const problems = dropped(then, files);
  if (then.version !== null) {
    problems.push(...moved(version, then.version, isSameCommit, sameVersion === "refuse" ? "fail" : "warn"));
  }
  const reason = isSameCommit
    ? "this very commit was promoted before"
    : `from ${then.version ?? "no version"} to ${version ?? "none"}`;
  return conclude(problems, { reason, observed: version, threshold: then.version });
}

function moved(now: string | null, then: string, isSameCommit: boolean, same: "warn" | "fail"): Problem[] {
  const said = { observed: now ?? "none", threshold: then, flip: `would pass with a version above ${then}` };
  if (now === null) {
    const text = `the manifests name no common version, the last promotion was ${then}`;
    return [{ outcome: "fail", code: "version-unknown", text, ...said }];
  }
  const order = now === then ? 0 : compareVersions(now, then);
  if (order !== null && order < 0) {
    return [
      {
        outcome: "fail",
        code: "version-gone-back",
        text: `${now} is below ${then}, which was promoted before`,
        ...said,
      },
    ];
  }
  if (order !== 0 || isSameCommit) return [];
  return [
    { outcome: same, code: "version-not-moved", text: `another commit was promoted as ${then} already`, ...said },
  ];
}

function dropped({ versionFiles }: CandidateFacts, now: readonly string[]): Problem[] {
  const gone = versionFiles.filter((file) => !now.includes(file));
  if (gone.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "version-file-dropped",
      text: `${listed(gone)} had its version compared at the last promotion`,
      observed: now.length,
      threshold: versionFiles.length,
      flip: `would pass with ${listed(gone)} among the version files`,
      locations: gone.map((file) => ({ file, text: "its version is no longer compared" })),
    },
  ];
}
