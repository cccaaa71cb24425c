import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const drift = bodies.flatMap((body) => body.manifestDrift);
  const manifests = new Set(bodies.flatMap((body) => body.direct).map(({ manifest }) => manifest)).size;
  const passed = { reason: `${count(manifests, "manifest")} as the lockfile has them`, observed: 0, threshold: 0 };
  if (drift.length === 0) return conclude([], passed);
  const text = `${count(drift.length, "difference")}: ${listed(drift.map(({ path, what }) => `${what} of ${path}`))}`;
  return conclude(
    [
      {
        outcome: "fail",
        code: "manifest-drift",
        text,
        observed: drift.length,
        threshold: 0,
        flip: "would pass at 0 differences",
        locations: drift.map(({ path, what, expected, found }) => ({
          file: path,
          text: `${what}: ${expected}, in the lockfile ${found}`,
        })),
      },
    ],
    passed,
  );
}
