import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { FileFacts } from "../../../evidence/coverage-facts.ts";
import { FACTS_RANGES_CHARS_MAX, factsNow, rangesLength } from "../../../evidence/coverage-facts.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const files = factsNow(input).files ?? [];
  const reason = `${count(files.length, "file")} left for the next release, with the lines of each`;
  const threshold = "lines of at least 1 file";
  return conclude([...nothing(files), ...unsaid(files), ...tooLarge(files)], {
    reason,
    observed: files.length,
    threshold,
  });
}

function nothing(files: readonly FileFacts[]): Problem[] {
  if (files.length > 0) return [];
  return [
    {
      outcome: "missing",
      code: "nothing-to-keep",
      text: "no report measures a file of the repository, so the next release has nothing to be compared with",
      observed: 0,
      threshold: "at least 1 file",
      flip: "would be judged with 1 measured file",
    },
  ];
}

function unsaid(files: readonly FileFacts[]): Problem[] {
  const without = files.filter(({ lines, ranges }) => lines !== null && ranges === null).map(({ path }) => path);
  if (without.length === 0) return [];
  return [
    {
      outcome: "warn",
      code: "lines-unsaid",
      text: `of ${without.length} of ${count(files.length, "file")} no report says which lines: ${listed(without)}`,
      observed: without.length,
      threshold: 0,
      flip: "would pass with reports that list lines",
    },
  ];
}

function tooLarge(files: readonly FileFacts[]): Problem[] {
  const chars = files.reduce((sum, file) => sum + rangesLength(file), 0);
  if (chars <= FACTS_RANGES_CHARS_MAX) return [];
  return [
    {
      outcome: "warn",
      code: "too-large",
      text:
        `the lines of ${count(files.length, "file")} take ${chars} characters, ` +
        `a promotion keeps ${FACTS_RANGES_CHARS_MAX}`,
      observed: chars,
      threshold: FACTS_RANGES_CHARS_MAX,
      flip: `would pass at <= ${FACTS_RANGES_CHARS_MAX} characters`,
    },
  ];
}
