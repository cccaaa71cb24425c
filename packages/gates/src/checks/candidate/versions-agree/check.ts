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
  const versions = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body) => body.versions);
  if (versions.length === 0) {
    return {
      outcome: "not-applicable",
      code: "no-version-files",
      observed: 0,
      threshold: 1,
      reason: "the configuration names no version files",
      flip: "would apply with `repository.versionFiles`",
    };
  }
  const silent = versions.filter(({ version }) => version === null).map(({ file }) => file);
  const named = [
    ...Map.groupBy(
      versions.filter(({ version }) => version !== null),
      ({ version }) => version ?? "",
    ),
  ];
  const problems: Problem[] = [];
  if (named.length > 1)
    problems.push(differing(named.map(([version, files]) => ({ version, files: files.map(({ file }) => file) }))));
  if (silent.length > 0) {
    problems.push({
      outcome: "fail",
      code: "version-absent",
      text: `${listed(silent)} ${silent.length === 1 ? "names" : "name"} no version`,
      observed: versions.length - silent.length,
      threshold: versions.length,
      flip: `would pass with a version in ${listed(silent)}`,
      locations: silent.map((file) => ({ file, text: "names no version" })),
    });
  }
  const version = named[0]?.[0] ?? "";
  return conclude(problems, {
    reason: `${count(versions.length, "file")} name ${version}`,
    observed: version,
    threshold: version,
  });
}

function differing(groups: readonly { readonly version: string; readonly files: readonly string[] }[]): Problem {
  const most = groups.toSorted((a, b) => b.files.length - a.files.length)[0]?.version ?? "";
  const text = groups.map(({ version, files }) => `${version} in ${listed(files)}`).join(", ");
  return {
    outcome: "fail",
    code: "versions-differ",
    text: `${count(groups.length, "version")}: ${text}`,
    observed: groups.length,
    threshold: 1,
    flip: `would pass with ${most} everywhere`,
    locations: groups.flatMap(({ version, files }) => files.map((file) => ({ file, text: `names ${version}` }))),
  };
}
