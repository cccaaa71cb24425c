import { join } from "node:path";
import type { Json, JsonObject, KpiSample, LoadBody, SoakTarget } from "@holdpoint/core";
import { HoldpointError, readExposition } from "@holdpoint/core";
import type { Measure, Measured } from "../../soak/measured.ts";
import { NOTHING } from "../../soak/measured.ts";
import { runLoad } from "../load/run/run-load.ts";
import { fetchPage } from "../under-load/fetch-page.ts";
import { measuring } from "./measuring.ts";

export interface HttpTargetTerms {
  /** Absolute path of the run's folder; each iteration leaves its load artifact in a folder of its own in it. */
  readonly folder: string;
  readonly nowMs: () => number;
  /** Of Holdpoint. */
  readonly version: string;
}

interface Scrape {
  readonly atMs: number;
  readonly samples: readonly KpiSample[];
}

/** A target behind HTTP: each iteration is one load run, with its metrics page read before and after. */
export function httpTarget(
  { load, metricsUrl }: Extract<SoakTarget, { kind: "http" }>,
  { folder, nowMs, version }: HttpTargetTerms,
): Measure {
  return async (iteration, signal) =>
    measuring(async (): Promise<Measured> => {
      const before = metricsUrl === null ? null : await scrape(metricsUrl, { nowMs, signal });
      const own = join(folder, `iteration-${iteration}`);
      const { body } = await runLoad(load, { version, folder: own, signal, nowMs });
      const after = metricsUrl === null || signal.aborted ? null : await scrape(metricsUrl, { nowMs, signal });
      const exposition =
        after === null
          ? null
          : {
              before: before?.samples ?? null,
              after: after.samples,
              elapsedMs: after.atMs - (before?.atMs ?? after.atMs),
            };
      return { ...NOTHING, load: body, exposition, summary: summaryOf(body), problem: validityProblem(body) };
    });
}

function validityProblem({ validity, reasons }: LoadBody): Measured["problem"] {
  if (validity === "valid") return null;
  return { code: "HP-SOAK-LOAD", text: reasons.map(({ code, text }) => `${code}: ${text}`).join("; ") };
}

/** As much of a load as an iteration keeps; every second of it is in the artifact beside. */
function summaryOf(body: LoadBody): JsonObject {
  const { validity, reasons, target, achieved, sent, completed, failed, dropped, response, service, lag, slo } = body;
  const told = { validity, reasons, target, achieved, sent, completed, failed, dropped, response, service, lag, slo };
  return JSON.parse(JSON.stringify(told)) as Record<string, Json>;
}

async function scrape(
  url: string,
  terms: { readonly nowMs: () => number; readonly signal: AbortSignal },
): Promise<Scrape> {
  const { atMs, bytes, contentType } = await fetchPage(url, terms).catch((thrown: unknown) => {
    terms.signal.throwIfAborted();
    throw new HoldpointError("HP-SOAK-METRICS", (thrown as Error).message, {}, thrown);
  });
  const page = readExposition(bytes, { atMs, contentType });
  const samples = page.families.flatMap((family) => family.samples);
  // A line that is wrong takes its own sample with it; of a page that was cut off nobody knows what it lacks.
  const cut = page.faults.find(({ code }) => code === "too-large");
  if (cut !== undefined) throw new HoldpointError("HP-SOAK-METRICS", `${url}: ${cut.text}`);
  if (samples.length === 0)
    throw new HoldpointError("HP-SOAK-METRICS", `${url}: ${page.faults[0]?.text ?? "no samples"}`);
  return { atMs, samples };
}
