import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { measuredFiles, unmeasuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "maxUnmeasured");
  const reports = coverageReports(input);
  const unmeasured = unmeasuredFiles(reports);
  const measured = measuredFiles(reports).length;
  const locations = unmeasured.map((file) => ({ file, text: "measured by no report" }));
  const problems: Problem[] =
    unmeasured.length <= max
      ? []
      : [
          {
            outcome: "fail",
            code: "unmeasured",
            text:
              `${count(unmeasured.length, "source file")} measured by no report, ${max} allowed: ` + listed(unmeasured),
            observed: unmeasured.length,
            threshold: max,
            flip: `would pass at <= ${max} unmeasured files`,
            locations,
          },
        ];
  return conclude(problems, {
    reason: `${count(measured, "file")} measured, ${unmeasured.length} not, ${max} allowed`,
    observed: unmeasured.length,
    threshold: max,
    locations,
  });
}
