import { relative, resolve } from "node:path";
import type { LoadPlan } from "@holdpoint/core";
import { WHOLE_RUN } from "@holdpoint/core";
import type { LoadRun } from "@holdpoint/drills";
import { runLoad } from "@holdpoint/drills";
import { wantsColor } from "../color.ts";
import type { LoadRunFlags } from "../commands/load-run-flags.ts";
import type { Host } from "../host.ts";
import { loadPlan } from "../io/load-plan.ts";
import { prepareReport, writeWhole } from "../io/report-file.ts";
import { exitOfLoad, outcomeOf } from "../load/outcome.ts";
import { liveScreen } from "../load/picture/live-screen.ts";
import { loadText } from "../load/picture/load-text.ts";
import { readStoredRun } from "../load/read-stored-run.ts";
import { renderLoadHtml } from "../reporters/html/load-page.ts";
import { painter } from "../reporters/text/paint.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

export default async function loadRun(host: Host, flags: LoadRunFlags, file?: string): Promise<Answer> {
  const plan = loadPlan(host.cwd, file, flags);
  for (const path of [flags.html, flags.hlog]) if (path !== undefined) prepareReport(resolve(host.cwd, path));
  const { body, artifact, steadyFile } = await watched(host, flags, plan);
  const outcome = outcomeOf(body);
  if (flags.html !== undefined) {
    writeWhole(resolve(host.cwd, flags.html), renderLoadHtml(body, { outcome, toolVersion: VERSION }));
  }
  if (flags.hlog !== undefined) {
    const { hlog } = await readStoredRun(artifact, flags.out, WHOLE_RUN);
    writeWhole(resolve(host.cwd, flags.hlog), hlog);
  }
  return {
    exit: exitOfLoad(outcome),
    json: () => ({ ...body, outcome, artifact, steadyState: steadyFile }),
    text: () =>
      loadText(body, {
        outcome,
        paint: painter(wantsColor(host.stdout, host.env)),
        columns: host.stdout.columns,
        written: [
          ["every second", relative(host.cwd, artifact)],
          ["steady state", relative(host.cwd, steadyFile)],
          ...(flags.html === undefined ? [] : [["charts", flags.html] as const]),
          ...(flags.hlog === undefined ? [] : [["histograms", flags.hlog] as const]),
        ],
      }),
  };
}

async function watched(host: Host, flags: LoadRunFlags, plan: LoadPlan): Promise<LoadRun> {
  const { nowMs } = host;
  const stop = new AbortController();
  const interrupt = (): void => stop.abort("it was interrupted");
  if (host.signal.aborted) interrupt();
  host.signal.addEventListener("abort", interrupt, { once: true });
  const screen = liveScreen(plan.url, host, flags);
  try {
    const folder = resolve(host.cwd, flags.out);
    return await runLoad(plan, { version: VERSION, folder, signal: stop.signal, nowMs, onSecond: screen.onSecond });
  } finally {
    screen.stop();
    host.signal.removeEventListener("abort", interrupt);
  }
}
