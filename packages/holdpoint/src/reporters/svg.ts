import type { RunResult } from "@holdpoint/release";
import type { RenderOptions } from "./reporter.ts";
import { PICTURE_LINES_MAX, terminalPicture } from "./terminal-picture/render.ts";
import { renderText } from "./text/render.ts";

const COLUMNS = 80;

/** A picture of what a person at a terminal sees, for pages and slides; a very long one is cut and says so. */
export function renderSvg(result: RunResult, options: RenderOptions = {}): string {
  const lines = renderText(result, { ...options, color: true, columns: COLUMNS })
    .trimEnd()
    .split("\n");
  const more = lines.length - PICTURE_LINES_MAX;
  const shown = more <= 0 ? lines : [...lines.slice(0, PICTURE_LINES_MAX - 1), `… ${more + 1} more lines`];
  return terminalPicture(shown.join("\n"), { title: "holdpoint promote", columnsMin: COLUMNS });
}
