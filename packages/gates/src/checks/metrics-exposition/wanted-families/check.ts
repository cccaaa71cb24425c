import type { Check, CheckInput, ExpositionBody, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { noneNamed } from "../../../evidence/coverage-parts.ts";
import { expositions } from "../../../evidence/exposition-problems.ts";
import { offence } from "../../../evidence/offence.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const anywhere = stringsParam(input.params, "families");
  const configured = bodies.flatMap((body) =>
    body.wanted.map(({ family, found }) => ({ source: body.source, family, isThere: found && isListed(body, family) })),
  );
  if (anywhere.length + configured.length === 0) return noneNamed("family that must be there");
  const absent = [
    ...configured.filter(({ isThere }) => !isThere).map(({ source, family }) => `${family} of ${source}`),
    ...anywhere.filter((family) => !bodies.some((body) => hasFamily(body, family))),
  ];
  const problems = offence(absent, {
    code: "family-absent",
    noun: "wanted metric",
    text: "not there",
    flip: "would pass with every wanted family in the last scrape",
  });
  const wanted = anywhere.length + configured.length;
  return conclude(problems, {
    reason: `${count(wanted, "wanted family", "wanted families")} there`,
    observed: wanted,
    threshold: wanted,
  });
}

/** OpenMetrics calls the family of a counter without `_total`. */
function hasFamily({ families }: ExpositionBody, wanted: string): boolean {
  return families.some(
    ({ name, type, series }) => series > 0 && (name === wanted || (type === "counter" && `${name}_total` === wanted)),
  );
}

const OF_SAMPLES = /^(?:_(?:bucket|sum|count|total|created|info|gsum|gcount))?$/;

/** Said to be found, and there: a family, or a name that its samples have. */
function isListed({ families, familiesLeftOut }: ExpositionBody, wanted: string): boolean {
  if (familiesLeftOut > 0) return true;
  return families.some(
    ({ name, series }) => series > 0 && wanted.startsWith(name) && OF_SAMPLES.test(wanted.slice(name.length)),
  );
}
