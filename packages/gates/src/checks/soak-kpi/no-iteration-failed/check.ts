import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { placeOf, soaksOf } from "../../../evidence/soaks.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const all = soaksOf(input).flatMap((soak) => soak.iterations.map((one) => ({ place: placeOf(soak, one), one })));
  const failed = all.flatMap(({ place, one: { problem } }) =>
    problem === null ? [] : [`${place} (${problem.code}: ${problem.text})`],
  );
  const untuned = all.flatMap(({ place, one: { tuning } }) =>
    tuning.problem === null ? [] : [`${place} (${tuning.problem.code}: ${tuning.problem.text})`],
  );
  const silent = all.filter(({ one }) => one.problem === null && one.summary === null).map(({ place }) => place);
  const noun = "iteration";
  const problems = [
    ...offence(failed, { code: "iteration-failed", noun, text: "failed", flip: "would pass without a problem" }),
    ...offence(untuned, {
      code: "tuning-failed",
      noun,
      text: "could not read or write the configuration",
      flip: "would pass if it could be read and written",
    }),
    ...offence(silent, {
      code: "without-summary",
      noun,
      text: "left no summary",
      flip: "would be judged with a summary",
      outcome: "missing",
    }),
  ];
  return conclude(problems, {
    reason: `${all.length} iterations gave a summary`,
    observed: all.length,
    threshold: all.length,
  });
}
