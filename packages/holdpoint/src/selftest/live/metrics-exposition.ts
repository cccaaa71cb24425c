import { removeFile } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import { editScrape, SCRAPED, scrapedService, SECOND } from "./scraped-service.ts";

type Harm = readonly [id: string, harms: string, check: string, code: string, harm: (folder: string) => Promise<void>];

const replaced =
  (from: string | RegExp, to: string) =>
  (folder: string): Promise<void> =>
    editScrape(folder, from, to);

const HARMS: readonly Harm[] = [
  [
    "counter-fell",
    "a counter is less than fifteen seconds before",
    "counters-never-fall",
    "fell",
    replaced('requests_total{code="200"} 14', 'requests_total{code="200"} 3'),
  ],
  [
    "bucket-below",
    "a bucket counts less than the one below it",
    "histograms-consistent",
    "histogram-broken",
    replaced('le="0.5"} 4', 'le="0.5"} 1'),
  ],
  [
    "count-differs",
    "the count of a histogram is not what its last bucket says",
    "histograms-consistent",
    "histogram-broken",
    replaced("request_seconds_count 8", "request_seconds_count 9"),
  ],
  [
    "series-twice",
    "a series is written twice",
    "no-duplicate-series",
    "duplicate",
    replaced('requests_total{code="500"} 4\n', 'requests_total{code="500"} 4\nrequests_total{code="500"} 4\n'),
  ],
  ["cut-off", "the page ends in the middle of a line", "format-sound", "format-broken", replaced(/\n$/, "")],
  [
    "type-dropped",
    "the TYPE of a counter is not written any more",
    "help-and-type",
    "no-type",
    replaced("# TYPE requests_total counter\n", ""),
  ],
  [
    "milliseconds",
    "a latency is measured in milliseconds",
    "names-and-units",
    "unit-not-base",
    replaced(/$/, "# HELP wait_ms Wait.\n# TYPE wait_ms gauge\nwait_ms 7\n"),
  ],
  [
    "collector-lost",
    "the page lost a family that the configuration wants",
    "wanted-families",
    "family-absent",
    replaced(/^.*requests_total.*\n/gm, ""),
  ],
  [
    "answered-as-json",
    "the page is answered with the content type of JSON",
    "content-type-matches",
    "wrong-type",
    replaced("text/plain; version=0.0.4; charset=utf-8", "application/json"),
  ],
  [
    "crashed",
    "the process began anew between the scrapes",
    "restarts-told",
    "restarted",
    replaced("process_start_time_seconds 1700000000", "process_start_time_seconds 1700000100"),
  ],
];

export const plants: readonly LivePlant[] = [
  ...HARMS.map(([id, harms, check, code, harm]): LivePlant => {
    const expect = { check, outcome: "fail", code } as const;
    return { gate: "metrics-exposition", id, harms, expect, config: SCRAPED, sound: scrapedService, harm };
  }),
  {
    gate: "metrics-exposition",
    id: "scraped-once",
    harms: "the second scrape is not there",
    expect: { check: "enough-scrapes", outcome: "missing", code: "too-few-scrapes" },
    config: SCRAPED,
    sound: scrapedService,
    harm: async (folder) => removeFile(folder, SECOND),
  },
  {
    gate: "metrics-exposition",
    id: "eof-lost",
    harms: "an OpenMetrics page was cut before its # EOF",
    expect: { check: "format-sound", outcome: "fail", code: "format-broken" },
    config: SCRAPED,
    sound: (folder) => scrapedService(folder, "openmetrics"),
    harm: replaced("# EOF\n", ""),
  },
];
