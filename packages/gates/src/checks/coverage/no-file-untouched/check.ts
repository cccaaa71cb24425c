import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { measuredFiles } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "max");
  const files = measuredFiles(coverageReports(input));
  const untouched = files.filter(({ lines }) => lines !== null && lines.total > 0 && lines.covered === 0);
  const passed = {
    reason: `${count(files.length, "measured file")}, none of them untouched`,
    observed: 0,
    threshold: 0,
  };
  if (untouched.length === 0) return conclude([], passed);
  const tooMany = untouched.length > max;
  return conclude(
    [
      {
        outcome: tooMany ? "fail" : "warn",
        code: tooMany ? "too-many-untouched" : "untouched",
        text:
          `${untouched.length} of ${count(files.length, "measured file")} without a covered line: ` +
          listed(untouched.map(({ path }) => path)),
        observed: untouched.length,
        threshold: tooMany ? max : 0,
        flip: tooMany ? `would warn at <= ${max} untouched files` : "would pass with 0 untouched files",
        locations: untouched.map(({ path, lines }) => ({ file: path, text: `0 of ${lines?.total} lines covered` })),
      },
    ],
    passed,
  );
}
