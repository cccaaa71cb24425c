import type { Check, CheckInput, DependenciesBody, Finding, InstallRecordState } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { choiceParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const required = choiceParam(input.params, "record", ["required", "optional"]);
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies).filter(
    ({ packages, record }) => packages.length > 0 || record !== null,
  );
  if (bodies.length === 0) {
    return {
      outcome: "not-applicable",
      code: "nothing-locked",
      observed: 0,
      threshold: 1,
      reason: "nothing is locked, so nothing is installed",
      flip: "would apply with a locked package",
    };
  }
  const records = bodies.flatMap(({ record }) => record ?? []);
  if (records.length < bodies.length && required === "optional") {
    return {
      outcome: "not-applicable",
      code: "no-record",
      observed: "none",
      threshold: "a record",
      reason: "no digests were recorded at install, and the profile does not ask for them",
      flip: "would apply after `holdpoint dependencies record`",
    };
  }
  const problems = records.flatMap(problemsOf);
  if (records.length < bodies.length) {
    problems.push({
      outcome: "missing",
      code: "no-record",
      text: "no digests were recorded at install",
      observed: "none",
      threshold: "a record",
      flip: "would be judged after `npm ci` and `holdpoint dependencies record`",
    });
  }
  const packages = records.reduce((sum, record) => sum + record.packages, 0);
  return conclude(problems, {
    reason: `${count(packages, "place")} as recorded at install`,
    observed: 0,
    threshold: 0,
  });
}

function problemsOf(record: InstallRecordState): Problem[] {
  return [
    ...problem("package-changed", record.changed, `changed since ${record.recordedAt}`),
    ...problem("package-unrecorded", record.unrecorded, `there that ${isAre(record.unrecorded)} not recorded`),
    ...problem("package-gone", record.gone, `gone since ${record.recordedAt}`),
  ];
}

function isAre(paths: readonly string[]): string {
  return paths.length === 1 ? "was" : "were";
}

function problem(code: string, paths: readonly string[], what: string): Problem[] {
  if (paths.length === 0) return [];
  return [
    {
      outcome: "fail",
      code,
      text: `${count(paths.length, "package")} ${what}: ${listed(paths)}`,
      observed: paths.length,
      threshold: 0,
      flip: "would pass right after a fresh install",
      locations: paths.map((file) => ({ file, text: what })),
    },
  ];
}
