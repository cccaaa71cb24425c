import type { Check, CheckInput, Finding, LeafReading } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { placeOf, soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const readings = soaks.flatMap((soak) =>
    soak.iterations.flatMap((one) => one.tuning.readings.map((reading) => ({ reading, place: placeOf(soak, one) }))),
  );
  const refused = soaks.flatMap(({ iterations }) =>
    iterations.flatMap(({ tuning }) => tuning.proposed.filter(({ skipped }) => skipped?.reason === "unknown-path")),
  );
  const read = (verdict: LeafReading["verdict"]): string[] =>
    readings
      .filter(({ reading }) => reading.verdict === verdict)
      .map(({ reading, place }) => `${reading.path} (${place})`);
  const missed = [
    ...soaks.flatMap(({ deltas }) => deltas.nestedMissPaths),
    ...refused.map(({ parameter }) => parameter),
    ...readings.filter(({ reading }) => reading.verdict === "missing").map(({ reading }) => reading.path),
  ];
  const noun = "path";
  return conclude(
    [
      ...offence([...new Set(missed)], {
        code: "path-missed",
        noun,
        text: "not found",
        flip: "would pass at 0 misses",
      }),
      ...offence(read("type-changed"), {
        code: "type-changed",
        noun,
        text: "with another type after it was written",
        flip: "would pass with the type that it had",
      }),
      ...offence(read("unreadable"), {
        code: "unreadable",
        noun,
        text: "not to be read back",
        flip: "would be judged when it is read back",
        outcome: "missing",
      }),
    ],
    { reason: `${count(readings.length, "leaf", "leaves")} read back where the plan says`, observed: 0, threshold: 0 },
  );
}
