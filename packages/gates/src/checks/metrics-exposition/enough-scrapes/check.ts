import type { Check, CheckInput, ExpositionBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { expositions } from "../../../evidence/exposition-problems.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const min = countParam(input.params, "min");
  const apartMs = countParam(input.params, "apartMs");
  const bodies = expositions(input);
  const fewest = Math.min(...bodies.map(({ scrapes }) => scrapes.length));
  return conclude(
    bodies.flatMap((body) => problemOf(body, min, apartMs)),
    { reason: `every page was scraped at least ${count(fewest, "time")}`, observed: fewest, threshold: min },
  );
}

function problemOf({ source, scrapes }: ExpositionBody, min: number, apartMs: number): Problem[] {
  // The first one is apart from nothing.
  const apart = scrapes.filter((one, index) => index === 0 || one.atMs - (scrapes[index - 1]?.atMs ?? 0) >= apartMs);
  if (apart.length >= min) return [];
  const few = scrapes.length < min;
  const told = few
    ? count(scrapes.length, "scrape")
    : `${apart.length} of ${scrapes.length} scrapes ${apartMs} ms apart`;
  return [
    {
      outcome: "missing",
      code: few ? "too-few-scrapes" : "not-apart",
      text: `${source}: ${told}, ${min} wanted`,
      observed: apart.length,
      threshold: min,
      flip: `would be judged with ${count(min, "scrape")}, each later than the one before`,
    },
  ];
}
