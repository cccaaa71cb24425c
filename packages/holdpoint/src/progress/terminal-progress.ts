import type { ProgressEvent } from "@holdpoint/release";
import type { Host } from "../host.ts";
import { RunningSteps } from "./running-steps.ts";

const REDRAW_INTERVAL_MS = 120;
const CLEAR_LINE = "\r\u001b[2K";

export interface Progress {
  readonly onProgress: (event: ProgressEvent) => void;
  /** Takes the unfinished line away; call it however the work ends. */
  readonly stop: () => void;
}

const SILENT: Progress = { onProgress: () => undefined, stop: () => undefined };

/** Shows on stderr what runs; nothing at all where stderr is no terminal, or the caller wants quiet or JSON. */
export function terminalProgress(
  { stderr, nowMs, every }: Host,
  { quiet, json }: { readonly quiet: boolean; readonly json: boolean },
): Progress {
  if (!stderr.isTerminal || quiet || json) return SILENT;
  const steps = new RunningSteps();
  const redraw = (): void => stderr.write(CLEAR_LINE + steps.line(nowMs(), stderr.columns));
  const stopRedrawing = every(REDRAW_INTERVAL_MS, redraw);
  return {
    onProgress: (event) => {
      const done = steps.take(event, nowMs());
      if (done !== null) stderr.write(`${CLEAR_LINE}${done}\n`);
      redraw();
    },
    stop: () => {
      stopRedrawing();
      stderr.write(CLEAR_LINE);
    },
  };
}
