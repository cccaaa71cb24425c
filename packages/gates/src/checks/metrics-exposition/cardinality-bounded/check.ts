import type { Check, CheckInput, ExpositionBody, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { expositions } from "../../../evidence/exposition-problems.ts";
import { offence } from "../../../evidence/offence.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const familySeriesMax = countParam(input.params, "familySeriesMax");
  const seriesMax = countParam(input.params, "seriesMax");
  const bodies = expositions(input);
  const wide = bodies.flatMap(({ source, families }) =>
    families
      .filter(({ series }) => series > familySeriesMax)
      .map(({ name, series }) => `${name} of ${source} (${series})`),
  );
  const large = bodies.filter((body) => seriesOf(body) > seriesMax).map((body) => `${body.source} (${seriesOf(body)})`);
  const most = Math.max(0, ...bodies.map(seriesOf));
  return conclude(
    [
      ...offence(wide, {
        code: "family-too-wide",
        noun: "metric",
        text: `with more than ${familySeriesMax} series`,
        flip: `would pass with at most ${familySeriesMax} series a family`,
      }),
      ...offence(large, {
        code: "too-many-series",
        noun: "page",
        text: `with more than ${seriesMax} series`,
        flip: `would pass with at most ${seriesMax} series a page`,
      }),
    ],
    { reason: `at most ${count(most, "series", "series")} a page`, observed: most, threshold: seriesMax },
  );
}

/** Of the scrape that had the most. */
function seriesOf({ scrapes }: ExpositionBody): number {
  return Math.max(0, ...scrapes.map(({ samples }) => samples));
}
