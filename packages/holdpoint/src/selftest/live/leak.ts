import type { ResourcesBody, ResourceSeries } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { LivePlant } from "../live-plant.ts";
import { recordedBody } from "./recorded-body.ts";

/** Ten minutes, a reading a second: a sawtooth of collections on a floor that grows by so much a second. */
function series(resource: string, unit: ResourceSeries["unit"], floor: number, growthPerS = 0): ResourceSeries {
  const points = Array.from({ length: 601 }, (_, s): readonly [number, number] => [
    s * 1000,
    Math.round(floor * (1 + (s % 9) / 30) + growthPerS * s),
  ]);
  return { resource, unit, points, unreadable: 0 };
}

const SOUND: ResourcesBody = {
  subject: "service",
  startedAtMs: 0,
  steadyFromMs: 60_000,
  series: [series("rss", "bytes", 9e7), series("heap", "bytes", 4e7), series("descriptors", "count", 60)],
  faulted: [],
  requests: 50_000,
  selfTest: { injectedPerS: 8e6, detectedPerS: 8e6, leakFound: true, soundFound: false },
};

type Harm = readonly [
  id: string,
  harms: string,
  expect: LivePlant["expect"],
  harm: (body: ResourcesBody) => ResourcesBody,
];

const fails = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "fail", code });
const replaced = (body: ResourcesBody, other: ResourceSeries): ResourcesBody => ({
  ...body,
  series: body.series.map((one) => (one.resource === other.resource ? other : one)),
});

const HARMS: readonly Harm[] = [
  [
    "memory",
    "the process keeps 200 kB of every second's requests",
    fails("memory-not-growing", "leak"),
    (body) => replaced(body, series("rss", "bytes", 9e7, 200_000)),
  ],
  [
    "heap",
    "objects are kept under a sawtooth that is a hundred times as high",
    fails("heap-not-growing", "leak"),
    (body) => replaced(body, series("heap", "bytes", 4e7, 100_000)),
  ],
  [
    "descriptors",
    "one socket in ten seconds is not closed",
    fails("descriptors-not-growing", "leak"),
    (body) => replaced(body, series("descriptors", "count", 60, 0.1)),
  ],
  [
    "idle",
    "the load went to another process",
    { check: "subject-served", outcome: "missing", code: "idle" },
    (body) => ({ ...body, requests: 0 }),
  ],
  [
    "blind-detector",
    "the detector did not find the leak that was injected beside the service",
    fails("detector-works", "leak-not-found"),
    (body) => ({ ...body, selfTest: { injectedPerS: 8e6, detectedPerS: null, leakFound: false, soundFound: false } }),
  ],
];

export const plants: readonly LivePlant[] = HARMS.map(([id, harms, expect, harm]) =>
  recordedBody({
    gate: "leak",
    id,
    harms,
    expect,
    kind: KIND.resources,
    sound: SOUND,
    samples: (body) => body.series.reduce((sum, { points }) => sum + points.length, 0),
    harm,
  }),
);
