import type { HlogInterval, LoadSecond } from "@holdpoint/core";

/**
 * Intervals of a histogram log of one second: both clocks of each series, told apart by their tags (`response`,
 * `service`, `response:endpoint:home`), so that HdrHistogram's tools take one apart and add them up.
 *
 * @example
 * const intervals: HlogInterval[] = [];
 * await readLoadArtifact(file, (seconds) => intervals.push(...hlogIntervals(seconds)));
 * writeHlog({ startTimeS, intervals }, deflateSync);
 */
export function hlogIntervals(seconds: readonly LoadSecond[]): readonly HlogInterval[] {
  return seconds.flatMap(({ series: { of, name }, second, response, service }): HlogInterval[] => {
    const suffix = of === "run" ? "" : `:${of}:${name}`;
    const interval = (clock: string, slice: HlogInterval["slice"]): HlogInterval[] =>
      slice === null ? [] : [{ tag: `${clock}${suffix}`, startS: second, lengthS: 1, slice }];
    return [...interval("response", response), ...interval("service", service)];
  });
}
