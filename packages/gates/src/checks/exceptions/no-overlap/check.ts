import type { Check, CheckInput, Finding, CoverageException } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  return conclude(
    open.flatMap((one, index) => open.slice(index + 1).flatMap((other) => problemsOf(one, other))),
    { reason: `${openText(open)}, no two about the same`, observed: 0, threshold: 0 },
  );
}

function problemsOf(one: CoverageException, other: CoverageException): Problem[] {
  const files = one.matches.filter((file) => other.matches.includes(file));
  if (one.metric !== other.metric || files.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "overlap",
      text: `${one.id} and ${other.id} are both about ${one.metric} of ${listed(files)}`,
      observed: files.length,
      threshold: 0,
      flip: "would pass when one of them is resolved",
      locations: files.map((file) => ({ file, text: `${one.id} and ${other.id}` })),
    },
  ];
}
