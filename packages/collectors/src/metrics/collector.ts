import type { Collected, CollectContext, Collector, Exposition, ExpositionBody, MetricsConfig } from "@holdpoint/core";
import { EXPOSITION_LIMITS, expositionBody, HoldpointError, KIND, readExposition } from "@holdpoint/core";
import { findAll } from "../io/find-all.ts";
import { readReport } from "../io/read-report.ts";
import { SeenInputs } from "../reading/seen-inputs.ts";
import { byNumberedName } from "./natural-order.ts";
import { readStoredAnswer } from "./stored-answer.ts";

/** Scrapes of one service that are compared. */
const SCRAPES_MAX = 100;
/** Of all scrapes of one service together. */
const SAMPLES_MAX = 1_000_000;

/**
 * Pages of metrics that lie in files, a piece of evidence a service: one scrape a file, in the order of their names,
 * numbers in them as numbers. A file was scraped when it was written.
 */
export const metricsCollector: Collector = {
  kind: KIND.metricsExposition,
  part: "metrics",
  version: "1",
  async collect(context: CollectContext): Promise<readonly Collected<ExpositionBody>[]> {
    const collected: Collected<ExpositionBody>[] = [];
    for (const source of context.config as readonly MetricsConfig[]) {
      collected.push(await collectSource(source, context));
    }
    return collected;
  },
};

async function collectSource(
  { id, files, wanted }: MetricsConfig,
  { root, signal }: CollectContext,
): Promise<Collected<ExpositionBody>> {
  const paths = [...(await findAll(root, files))].sort(byNumberedName);
  if (paths.length > SCRAPES_MAX)
    throw tooMany(id, `${paths.length} files; at most ${SCRAPES_MAX} are read`, paths[SCRAPES_MAX]);
  const seen = new SeenInputs();
  const scrapes: Exposition[] = [];
  let samples = 0;
  for (const path of paths) {
    signal.throwIfAborted();
    const file = await readReport(root, path, EXPOSITION_LIMITS.sizeBytesMax);
    seen.add(file);
    const { page, ...stored } = readStoredAnswer(file.bytes, path);
    const scrape = readExposition(page, { atMs: file.modifiedAtMs, file: path, ...stored });
    scrapes.push(scrape);
    samples += scrape.families.reduce((sum, family) => sum + family.samples.length, 0);
    if (samples > SAMPLES_MAX) throw tooMany(id, `more samples than the ${SAMPLES_MAX} that are read`, path);
  }
  const body = expositionBody({ source: id, scrapes, wanted });
  return {
    kind: KIND.metricsExposition,
    provenance: "imported",
    producer: { name: body.format, version: "unknown" },
    ...seen.finish(),
    samples,
    body,
  };
}

function tooMany(id: string, text: string, file = ""): HoldpointError {
  return new HoldpointError("HP-READ-TOO-LARGE", `the metrics of ${id} have ${text}`, { file });
}
