import type { Exposition, MetricSample } from "./exposition.ts";

/** All samples of a page that are called so: by the name that stands in their lines. */
export function samplesNamed({ families }: Pick<Exposition, "families">, name: string): readonly MetricSample[] {
  return families
    .filter((family) => name.startsWith(family.name))
    .flatMap(({ samples }) => samples.filter((sample) => sample.name === name));
}

/**
 * The value of the first sample of that name that has all of the labels given; null when there is none.
 *
 * @example
 * const page = readExposition('requests_total{code="200",route="/"} 7\n', { atMs: 0 });
 * sampleValue(page, "requests_total", { code: "200" }); // 7
 */
export function sampleValue(
  page: Pick<Exposition, "families">,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | null {
  const wanted = Object.entries(labels);
  const found = samplesNamed(page, name).find((one) =>
    wanted.every(([label, value]) => one.labels.get(label) === value),
  );
  return found?.value ?? null;
}

/** When the process began that wrote the page, seconds since the epoch; null where the page does not tell. */
export function processStartOf(page: Pick<Exposition, "families">): number | null {
  const start = sampleValue(page, "process_start_time_seconds");
  return start !== null && Number.isFinite(start) && start > 0 ? start : null;
}
