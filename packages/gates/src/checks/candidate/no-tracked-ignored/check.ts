import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const ignored = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body) => body.trackedIgnored);
  const passed = { reason: "no tracked file is ignored", observed: 0, threshold: 0 };
  if (ignored.length === 0) return conclude([], passed);
  const text = `${count(ignored.length, "tracked file")} ignored: ${listed(ignored)}`;
  return conclude(
    [
      {
        outcome: "warn",
        code: "tracked-ignored",
        text,
        observed: ignored.length,
        threshold: 0,
        flip: "would pass at 0 such files",
        locations: ignored.map((file) => ({ file, text: "tracked, and ignored by .gitignore" })),
      },
    ],
    passed,
  );
}
