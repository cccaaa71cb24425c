import { resolve } from "node:path";
import type { LogHistogram } from "@holdpoint/core";
import { wantsColor } from "../color.ts";
import type { LoadReportFlags } from "../commands/load-report-flags.ts";
import type { Host } from "../host.ts";
import { prepareReport, writeWhole } from "../io/report-file.ts";
import { askedReport } from "../load/asked-report.ts";
import { exitOfLoad, outcomeOf } from "../load/outcome.ts";
import { latencyText } from "../load/picture/figures.ts";
import { loadText } from "../load/picture/load-text.ts";
import { readStoredRun } from "../load/read-stored-run.ts";
import { renderLoadHtml } from "../reporters/html/load-page.ts";
import { painter } from "../reporters/text/paint.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

const US_PER_MS = 1000;

export default async function loadReport(host: Host, flags: LoadReportFlags, artifact: string): Promise<Answer> {
  const asked = askedReport(flags);
  for (const path of [flags.html, flags.hlog]) if (path !== undefined) prepareReport(resolve(host.cwd, path));
  const { run, body, hlog } = await readStoredRun(resolve(host.cwd, artifact), artifact, asked);
  const outcome = outcomeOf(body);
  const percentiles = asked.percentiles.map(([percentile, share]) => ({
    percentile: Number(percentile.replace("p", "")),
    response: msOf(run.response, share),
    service: msOf(run.service, share),
    /** What no request was slower than is no percentile: so many are wanted beyond it. */
    samplesBeyond: Math.floor(run.response.count * (1 - share) + 1e-9),
  }));
  if (flags.html !== undefined) {
    writeWhole(resolve(host.cwd, flags.html), renderLoadHtml(body, { outcome, toolVersion: VERSION }));
  }
  if (flags.hlog !== undefined) writeWhole(resolve(host.cwd, flags.hlog), hlog);
  return {
    exit: exitOfLoad(outcome),
    json: () => ({ ...body, outcome, fromMs: asked.fromS * 1000, percentiles }),
    text: () =>
      loadText(body, {
        outcome,
        paint: painter(wantsColor(host.stdout, host.env)),
        columns: host.stdout.columns,
        percentiles: percentiles.map(({ percentile, response, service }) => {
          return [`p${percentile}`, latencyText(response), latencyText(service)];
        }),
        written: [
          ...(flags.html === undefined ? [] : [["charts", flags.html] as const]),
          ...(flags.hlog === undefined ? [] : [["histograms", flags.hlog] as const]),
        ],
      }),
  };
}

function msOf(histogram: LogHistogram, share: number): number | null {
  const us = histogram.quantile(share);
  return us === null ? null : us / US_PER_MS;
}
