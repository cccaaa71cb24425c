import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const hidden = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body) => body.hiddenPaths);
  const passed = { reason: "git looks at every path", observed: 0, threshold: 0 };
  if (hidden.length === 0) return conclude([], passed);
  const text = `git does not look at ${count(hidden.length, "path")}: ${listed(hidden)}`;
  return conclude(
    [
      {
        outcome: "fail",
        code: "paths-hidden",
        text,
        observed: hidden.length,
        threshold: 0,
        flip: "would pass at 0 hidden paths",
        locations: hidden.map((file) => ({ file, text: "git does not look at it" })),
      },
    ],
    passed,
  );
}
