import type { Check, CheckInput, ExpositionBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { isOfFormat } from "../../../evidence/exposition-claims.ts";
import type { ToldProblem } from "../../../evidence/exposition-problems.ts";
import { expositions, locationOf, saidOf } from "../../../evidence/exposition-problems.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const told = bodies.flatMap((body) =>
    body.problems.filter(({ code }) => isOfFormat(code)).map((problem): ToldProblem => ({ body, problem })),
  );
  const scrapes = bodies.reduce((sum, body) => sum + body.scrapes.length, 0);
  return conclude([...bodies.flatMap(unlisted), ...broken(told)], {
    reason: `${count(scrapes, "scrape")} without a broken line`,
    observed: 0,
    threshold: 0,
  });
}

/** The list is cut where it is full, so some of every kind stand in it: an empty one that was cut hides all. */
function unlisted({ source, problems, problemsLeftOut }: ExpositionBody): Problem[] {
  if (problemsLeftOut === 0 || problems.length > 0) return [];
  return [
    {
      outcome: "missing",
      code: "none-listed",
      text: `${count(problemsLeftOut, "problem")} of ${source} found and not one listed`,
      observed: problemsLeftOut,
      threshold: 0,
      flip: "would be judged with the problems that were found",
    },
  ];
}

function broken(told: readonly ToldProblem[]): Problem[] {
  if (told.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "format-broken",
      text: `${count(told.length, "place")} where the format is broken: ${listed(told.map(saidOf))}`,
      observed: told.length,
      threshold: 0,
      flip: "would pass with a text as the format says",
      locations: told.flatMap(locationOf),
    },
  ];
}
