import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Changelog } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { countParam } from "../../../params.ts";
import { place } from "../../../place.ts";
import { listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const charsMin = countParam(input.params, "charsMin");
  const bodies = bodiesOf<RepositoryBody>(input, KIND.repository);
  const changelogs = bodies.flatMap(({ changelog }) => changelog ?? []);
  if (changelogs.length === 0) {
    return {
      outcome: "not-applicable",
      code: "no-changelog",
      observed: "none",
      threshold: "a changelog",
      reason: "the configuration names no changelog",
      flip: "would apply with `repository.changelog`",
    };
  }
  const versions = [...new Set(bodies.flatMap((body) => body.versions).flatMap(({ version }) => version ?? []))];
  const problems = changelogs.flatMap((changelog) => problemsOf(changelog, versions, charsMin));
  const { file = "", version = null } = changelogs[0] ?? {};
  return conclude(problems, { reason: `${file} begins with ${version ?? ""}`, observed: version, threshold: version });
}

function problemsOf(changelog: Changelog, versions: readonly string[], charsMin: number): Problem[] {
  const { file, version, line, sizeChars } = changelog;
  const wanted = versions.length === 0 ? "a version" : listed(versions);
  if (version === null || line === null) {
    const what = sizeChars === 0 ? "is not there or empty" : "has no heading that names a version";
    return [
      {
        outcome: "fail",
        code: "heading-absent",
        text: `${file} ${what}`,
        observed: "none",
        threshold: wanted,
        flip: `would pass with an entry for ${wanted}`,
        locations: [{ file, text: what }],
      },
    ];
  }
  const problems: Problem[] = [];
  if (versions.length > 0 && !versions.some((one) => unprefixed(one) === unprefixed(version))) {
    problems.push({
      outcome: "fail",
      code: "version-differs",
      text: `the newest entry of ${file} is ${version}, the manifests name ${wanted}`,
      observed: version,
      threshold: wanted,
      flip: `would pass with an entry for ${wanted}`,
      locations: [place(file, line, `newest entry: ${version}`)],
    });
  }
  if (sizeChars < charsMin) {
    problems.push({
      outcome: "fail",
      code: "entry-empty",
      text: `the entry for ${version} has ${sizeChars} characters, wanted are ${charsMin}`,
      observed: sizeChars,
      threshold: charsMin,
      flip: `would pass at >= ${charsMin} characters`,
      locations: [place(file, line, `${sizeChars} characters below this heading`)],
    });
  }
  return problems;
}

function unprefixed(version: string): string {
  return version.replace(/^v/, "");
}
