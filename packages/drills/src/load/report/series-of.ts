import type { SeriesName } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { PreparedFlow } from "../flow/compile-flows.ts";

/** Each series holds histograms for every second. */
export const LOAD_SERIES_MAX = 200;

/**
 * All series of a run: the run, then phases, endpoints and tags in the order of the plan, each once.
 *
 * @throws HoldpointError `HP-LOAD-REQUEST` when there would be more than `LOAD_SERIES_MAX`
 */
export function seriesOf(phases: readonly string[], flows: readonly PreparedFlow[]): readonly SeriesName[] {
  const steps = flows.flatMap((flow) => flow.steps);
  const names = (of: SeriesName["of"], all: readonly string[]): SeriesName[] =>
    [...new Set(all)].map((name) => ({ of, name }));
  const series = [
    ...names("run", [""]),
    ...names("phase", phases),
    ...names(
      "endpoint",
      steps.map(({ endpoint }) => endpoint),
    ),
    ...names(
      "tag",
      steps.flatMap(({ tags }) => tags),
    ),
  ];
  if (series.length > LOAD_SERIES_MAX) {
    const detail = `${series.length} phases, endpoints and tags, at most ${LOAD_SERIES_MAX} are told apart`;
    throw new HoldpointError("HP-LOAD-REQUEST", detail);
  }
  return series;
}
