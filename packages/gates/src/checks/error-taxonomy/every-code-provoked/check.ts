import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { provocations, registeredErrors, taxonomies } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { countParam } from "../../../params.ts";
import { byText, count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** Shorter than any sentence that says something. */
const REASON_CHARS_MIN = 12;

function judge(input: CheckInput): Finding {
  const excusedMax = countParam(input.params, "excusedMax");
  const codes = [...registeredErrors(input).keys()].sort(byText);
  const given = new Set(provocations(input).map(({ code }) => code));
  const excused = new Map(taxonomies(input).flatMap((body) => body.excused.map((one) => [one.code, one.reason])));
  const never = codes.filter((code) => !given.has(code) && !excused.has(code));
  const empty = [...excused].filter(([, reason]) => reason.trim().length < REASON_CHARS_MIN).map(([code]) => code);
  const problems: Problem[] = [
    ...offence(never, {
      code: "code-never-given",
      noun: "registered code",
      text: "never came out",
      flip: "would pass with each provoked or excused",
    }),
    ...offence(empty, {
      code: "excuse-empty",
      noun: "code",
      text: "excused without a reason",
      flip: "would pass with a reason for each",
    }),
    ...offence([...excused.keys()].slice(excusedMax), {
      code: "too-many-excused",
      noun: "excuse",
      text: `beyond the ${excusedMax} that are allowed`,
      flip: `would pass with at most ${excusedMax} excuses`,
    }),
    ...offence(
      [...excused.keys()].filter((code) => given.has(code)),
      {
        code: "excuse-needless",
        noun: "code",
        text: "excused although it came out",
        flip: "would pass without the excuse",
        outcome: "warn",
      },
    ),
  ];
  const observed = codes.filter((code) => given.has(code)).length;
  const reason = `${observed} of ${count(codes.length, "registered code")} came out, ${excused.size} excused`;
  return conclude(problems, { reason, observed, threshold: codes.length });
}
