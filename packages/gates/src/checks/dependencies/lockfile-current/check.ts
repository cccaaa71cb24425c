import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const versionMin = countParam(input.params, "versionMin");
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const problems = bodies.flatMap((body) => problemsOf(body, versionMin));
  const locked = bodies.reduce((sum, body) => sum + body.packages.length, 0);
  const versions = bodies.map(({ lockfile }) => lockfile.version);
  return conclude(problems, {
    reason: `${count(locked, "package")} locked in format ${versions.join(", ")}`,
    observed: Math.min(...versions),
    threshold: versionMin,
  });
}

function problemsOf({ lockfile, direct, packages }: DependenciesBody, versionMin: number): Problem[] {
  const problems: Problem[] = [];
  const locations = [{ file: lockfile.file, text: `format ${lockfile.version}` }];
  if (lockfile.version < versionMin) {
    problems.push({
      outcome: "fail",
      code: "format-too-old",
      text: `${lockfile.file} is of format ${lockfile.version}, wanted is ${versionMin}`,
      observed: lockfile.version,
      threshold: versionMin,
      flip: `would pass at format >= ${versionMin}`,
      locations,
    });
  }
  // The repository's own packages are asked for as well, and are never among those that are locked.
  const asked = direct.filter(({ type, locked }) => type !== "peerDependencies" && locked === null).length;
  if (packages.length === 0 && asked > 0) {
    problems.push({
      outcome: "fail",
      code: "nothing-locked",
      text: `${count(asked, "range")} asked for, and ${lockfile.file} locks nothing`,
      observed: 0,
      threshold: asked,
      flip: "would pass with the packages locked",
      locations,
    });
  }
  return problems;
}
