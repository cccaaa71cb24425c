import type { Check, CheckInput, DeadLettersBody, DeathSeen, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { untriedNames } from "../../../evidence/tried.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const deaths = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.deaths);
  const classes = stringsParam(input.params, "classes");
  const seen = deaths.map((one) => one.failureClass);
  const problems = [
    ...untriedNames(classes, seen, "failure class"),
    ...offence(
      deaths.filter(({ state }) => state !== "DEAD").map((one) => `${one.failureClass}, ${one.state}`),
      { code: "not-dead", noun: "action", text: "not dead that must be", flip: "would pass if each were DEAD" },
    ),
    ...offence(
      named(deaths, (letters) => letters < 1),
      {
        code: "no-letter",
        noun: "dead action",
        text: "without a letter",
        flip: "would pass with 1 letter each",
      },
    ),
    ...offence(
      named(deaths, (letters) => letters > 1),
      {
        code: "several-letters",
        noun: "dead action",
        text: "with several letters",
        flip: "would pass with 1 letter each",
      },
    ),
  ];
  const among = count(new Set(seen).size, "class", "classes");
  const reason = `${count(deaths.length, "dead action")} of ${among}, one letter each`;
  return conclude(problems, { reason, observed: deaths.length, threshold: deaths.length });
}

function named(deaths: readonly DeathSeen[], offends: (letters: number) => boolean): string[] {
  return deaths.filter(({ letters }) => offends(letters)).map((one) => one.failureClass);
}
