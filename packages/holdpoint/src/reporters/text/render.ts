import type { RunResult } from "@holdpoint/release";
import type { RenderOptions } from "../reporter.ts";
import { holdLines, noticeLines } from "./findings.ts";
import { gateLines, verdictLines } from "./head.ts";
import { painter } from "./paint.ts";
import { recordLines } from "./record.ts";

const COLUMNS_DEFAULT = 80;
const COLUMNS_MIN = 40;
const COLUMNS_MAX = 120;

/**
 * What a person at a terminal reads: verdict, table of gates, each hold reason with what would flip it, what wants
 * eyes, and where it is recorded. Colour only when `options.color` says so; wraps at `options.columns` (40 to 120).
 *
 * @example
 * process.stdout.write(renderText(result, { color: process.stdout.hasColors?.() ?? false, columns: 80 }));
 */
export function renderText(result: RunResult, options: RenderOptions = {}): string {
  const { judgement } = result;
  const columns = Math.min(COLUMNS_MAX, Math.max(COLUMNS_MIN, options.columns ?? COLUMNS_DEFAULT));
  const paint = painter(options.color ?? false);
  const holds = holdLines(judgement, columns, paint);
  return [
    ...verdictLines(result, columns, paint),
    "",
    ...gateLines(result, columns, paint),
    ...(holds.length === 0 ? [] : ["", ...holds]),
    ...noticeLines(judgement, columns, paint),
    "",
    ...recordLines(result, columns, paint),
    "",
  ].join("\n");
}
