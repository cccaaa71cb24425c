import type { Check, CheckInput, Finding, CoverageException } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** What people write where they have nothing to say. */
const PLACEHOLDER = /^(?:to ?do|tbd|fixme|n\/?a|none|nothing|unknown|later|see above|same|[-.?x\s]+)[\s.!:]*$/i;

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const minChars = countParam(input.params, "minChars");
  return conclude(
    open.flatMap((exception) => problemsOf(exception, minChars)),
    { reason: `${openText(open)}, each with rationale and mitigation`, observed: open.length, threshold: open.length },
  );
}

function problemsOf(exception: CoverageException, minChars: number): Problem[] {
  const wordless = (["rationale", "mitigation"] as const).filter((name) => !saysSomething(exception[name], minChars));
  if (wordless.length > 0) {
    return wordless.map((name) =>
      exceptionProblem(exception, {
        outcome: "fail",
        code: `no-${name}`,
        what: `has no ${name} but ${JSON.stringify(exception[name].trim())}`,
        observed: exception[name].trim().length,
        threshold: minChars,
        flip: `would pass with a ${name} in words of at least ${minChars} characters`,
      }),
    );
  }
  if (plain(exception.rationale) !== plain(exception.mitigation)) return [];
  return [
    exceptionProblem(exception, {
      outcome: "fail",
      code: "mitigation-repeats",
      what: "has its rationale as its mitigation",
      observed: "the same text",
      threshold: "two texts",
      flip: "would pass with a mitigation of its own",
    }),
  ];
}

function saysSomething(text: string, minChars: number): boolean {
  return text.trim().length >= minChars && !PLACEHOLDER.test(text.trim());
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
