import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const STATES = ["conflict", "moved", "absent"] as const;

function judge(input: CheckInput): Finding {
  const submodules = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body) => body.submodules);
  if (submodules.length === 0) {
    const reason = "the repository has no submodules";
    return {
      outcome: "not-applicable",
      code: "no-submodules",
      observed: 0,
      threshold: 0,
      reason,
      flip: "would apply with a submodule",
    };
  }
  const problems = STATES.flatMap((state): Problem[] => {
    const paths = submodules.filter((one) => one.state === state).map((one) => one.path);
    if (paths.length === 0) return [];
    return [
      {
        outcome: "fail",
        code: `submodule-${state}`,
        text: `${count(paths.length, "submodule")} ${state}: ${listed(paths)}`,
        observed: paths.length,
        threshold: 0,
        flip: `would pass at 0 submodules ${state}`,
        locations: paths.map((file) => ({ file, text: `the submodule is ${state}` })),
      },
    ];
  });
  const clean = submodules.filter((one) => one.state === "clean").length;
  const reason = `${count(clean, "submodule")} where the commit names them`;
  return conclude(problems, { reason, observed: clean, threshold: submodules.length });
}
