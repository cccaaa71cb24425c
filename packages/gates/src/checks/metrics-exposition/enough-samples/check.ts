import type { Check, CheckInput, ExpositionBody, Finding } from "@holdpoint/core";
import { EXPOSITION_FAMILIES_MAX } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { expositions, problemsBy, toldProblems } from "../../../evidence/exposition-problems.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const samplesMin = countParam(input.params, "samplesMin");
  const familiesMin = countParam(input.params, "familiesMin");
  const bodies = expositions(input);
  const cut = problemsBy(toldProblems(bodies, ["too-large"]), {
    code: "cut-short",
    claims: ["too-large"],
    text: "of pages that were not read whole",
    flip: "would pass with a page that is read whole",
  });
  const problems = bodies.flatMap((body) => [...empty(body), ...untold(body), ...few(body, samplesMin, familiesMin)]);
  const samples = Math.min(...bodies.flatMap(({ scrapes }) => scrapes.map((scrape) => scrape.samples)));
  return conclude([...problems, ...cut], {
    reason: `at least ${count(samples, "sample")} in every scrape`,
    observed: samples,
    threshold: samplesMin,
  });
}

function empty({ source, scrapes, problems }: ExpositionBody): Problem[] {
  const told = new Set(problems.filter(({ code }) => code === "no-samples").map(({ scrape }) => scrape));
  const without = scrapes.filter(({ samples }, index) => samples === 0 || told.has(index)).length;
  if (scrapes.length > 0 && without === 0) return [];
  const text =
    scrapes.length === 0 ? `${source} was never scraped` : `${count(without, "scrape")} of ${source} without a sample`;
  const flip = "would be judged with samples in every scrape";
  return [{ outcome: "missing", code: "no-samples", text, observed: 0, threshold: 1, flip }];
}

function few({ source, scrapes }: ExpositionBody, samplesMin: number, familiesMin: number): Problem[] {
  const poor = scrapes.find(({ samples, families }) => samples > 0 && (samples < samplesMin || families < familiesMin));
  if (poor === undefined) return [];
  const { samples, families } = poor;
  return [
    {
      outcome: "fail",
      code: "too-few",
      text: `a scrape of ${source} has ${count(samples, "sample")} of ${count(families, "family", "families")}`,
      observed: `${samples} of ${families}`,
      threshold: `${samplesMin} of ${familiesMin}`,
      flip: `would pass with ${samplesMin} of ${familiesMin}`,
    },
  ];
}

/** Each family is listed with the most series that it ever had; only a full list leaves some out. */
function untold({ source, scrapes, families, familiesLeftOut }: ExpositionBody): Problem[] {
  const most = Math.max(0, ...scrapes.map(({ samples }) => samples));
  const listed = families.reduce((sum, { series }) => sum + series, 0);
  const isFull = familiesLeftOut > 0 && families.length >= EXPOSITION_FAMILIES_MAX;
  if (isFull || listed >= most) return [];
  return [
    {
      outcome: "missing",
      code: "families-untold",
      text: `a scrape of ${source} has ${count(most, "sample")}, the families listed have ${listed}`,
      observed: listed,
      threshold: most,
      flip: `would be judged with families of ${count(most, "sample")}`,
    },
  ];
}
