import type { Check, CheckInput, ExpositionBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import { expositions, problemsBy, toldProblems } from "../../../evidence/exposition-problems.ts";
import { offence } from "../../../evidence/offence.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** Programs compute their start from clocks that round; clocks of two machines differ. */
const START_MOVES_MIN_S = 1;
const AHEAD_MAX_S = 60;

function judge(input: CheckInput): Finding {
  const restartsMax = countParam(input.params, "restartsMax");
  const bodies = expositions(input);
  const others = problemsBy(toldProblems(bodies, EXPOSITION_CLAIMS.otherProcess), {
    code: "other-process",
    claims: EXPOSITION_CLAIMS.otherProcess,
    text: "of scrapes of another process",
    flip: "would pass with scrapes of one process",
  });
  const problems = bodies.flatMap((body) => [...restarts(body, restartsMax), ...starts(body)]);
  const scrapes = bodies.reduce((sum, body) => sum + body.scrapes.length, 0);
  return conclude([...others, ...problems], {
    reason: `${count(scrapes, "scrape")} with the start of the process, at most ${restartsMax} restarts`,
    observed: scrapes,
    threshold: scrapes,
  });
}

function restarts({ source, scrapes }: ExpositionBody, restartsMax: number): Problem[] {
  const found = scrapes.filter(({ processStartS }, index) => {
    const before = scrapes[index - 1]?.processStartS ?? null;
    return processStartS !== null && before !== null && processStartS - before > START_MOVES_MIN_S;
  }).length;
  if (found <= restartsMax) return [];
  return [
    {
      outcome: "fail",
      code: "restarted",
      text: `the process of ${source} began anew ${count(found, "time")} between scrapes`,
      observed: found,
      threshold: restartsMax,
      flip: `would pass with at most ${count(restartsMax, "restart")}`,
    },
  ];
}

function starts({ source, scrapes }: ExpositionBody): Problem[] {
  const silent = scrapes.filter(({ processStartS }) => processStartS === null);
  const ahead = scrapes.filter(({ processStartS, atMs }) => (processStartS ?? 0) - atMs / 1000 > AHEAD_MAX_S);
  const name = ({ file }: (typeof scrapes)[number]): string => file ?? source;
  return [
    ...offence(ahead.map(name), {
      code: "start-impossible",
      noun: "scrape",
      text: "of a process that began later",
      flip: "would pass with a start in seconds since the epoch, before the scrape",
    }),
    ...offence(silent.map(name), {
      code: "start-not-told",
      noun: "scrape",
      text: "without `process_start_time_seconds`",
      flip: "would pass with `process_start_time_seconds` in every scrape",
      outcome: "warn",
    }),
  ];
}
