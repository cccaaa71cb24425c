import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionBodies, allExceptions } from "../../../evidence/coverage-exceptions.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const found = exceptionBodies(input).flatMap((body) => body.problems);
  const records = allExceptions(input).length;
  const told = listed(found.map(({ file, text }) => `${file}: ${text}`));
  const problems: Problem[] =
    found.length === 0
      ? []
      : [
          {
            outcome: "fail",
            code: "record-untrusted",
            text: `${count(found.length, "record")} cannot be trusted: ${told}`,
            observed: found.length,
            threshold: 0,
            flip: "would pass with 0 records that cannot be trusted",
            locations: found.map(({ file, code, text }) => ({ file, text: `${code}: ${text}` })),
          },
        ];
  return conclude(problems, { reason: `${count(records, "exception")} verify`, observed: records, threshold: records });
}
