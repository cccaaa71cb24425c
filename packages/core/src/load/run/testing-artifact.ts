import { loadSecond, loadSlice, RUN_SERIES, runSecond } from "@holdpoint/testkit";
import type { ArtifactHeader, RunMade } from "../artifact/header.ts";
import type { LoadSecond } from "../second.ts";
import type { RunSecond } from "./run-second.ts";

const HEX = "0".repeat(64);

export const MADE: RunMade = {
  version: "1.2.3",
  synthetic: false,
  target: 100,
  connections: 10,
  poolFull: "queue",
  pacing: "economical",
  warmUpMs: 2000,
  seed: -7,
  testbed: "a machine",
  objectives: [],
  abort: null,
  validity: { lagP99Ms: 100, achievedRatio: 0.99 },
  windowS: 2,
  checks: ["home: status is 200", "home: body matches"],
};

/** A header of version 1; with `made`, of version 2. */
export function artifactHeader(over: Partial<ArtifactHeader> = {}): ArtifactHeader {
  return {
    schema: over.made === undefined ? "holdpoint/load-artifact/v1" : "holdpoint/load-artifact/v2",
    id: "load",
    startedAtMs: 1_700_000_000_000,
    url: "http://h.example/a?b=c",
    planSha256: HEX,
    sentSha256: HEX,
    testbedSha256: HEX,
    workers: 1,
    phases: [{ name: "main", durationMs: 10_000, arrival: "constant" }],
    series: [RUN_SERIES],
    ...over,
  };
}

/** A second of a run of 100 a second whose answers take so long; every tenth fails where it is asked for. */
export function secondOf(at: number, ms: number, fails: boolean = false): RunSecond {
  const good = Array.from({ length: fails ? 90 : 100 }, () => ms * 1000);
  const bad = fails ? Array.from({ length: 10 }, () => 500) : [];
  const all = loadSlice(...good, ...bad);
  const run: Partial<LoadSecond> = {
    due: 100,
    sent: 100,
    failed: bad.length,
    response: all,
    service: all,
    failedResponse: loadSlice(...bad),
    failedService: loadSlice(...bad),
    lag: loadSlice(700),
    queued: at % 3,
  };
  return runSecond(at, [loadSecond(at, good, run)], {
    started: 98,
    failures: fails
      ? [
          ["reset", 4],
          ["status 503", 6],
        ]
      : [],
    checksPassed: [["home: status is 200", 94]],
    checksFailed: fails ? [["home: status is 200", 6]] : [],
  });
}
