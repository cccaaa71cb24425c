import type { HistogramSlice, JsonObject, LatencySummary, LoadBody, LoadReason } from "@holdpoint/core";
import { LogHistogram, sliceProblem } from "@holdpoint/core";
import { jsonDocument } from "../cursor.ts";
import { differing, disagree } from "../draft.ts";
import { bodyShape } from "./body-shape.ts";

const FIGURES = ["count", "min", "p50", "p90", "p95", "p99", "p999", "max"] as const;

/**
 * Reads what `holdpoint load run --json` printed: its form, and whether its figures are those of its histograms.
 *
 * @throws HoldpointError `HP-READ-*` with file and position
 */
export function readOwn(bytes: Uint8Array, file: string): LoadBody {
  const top = jsonDocument(bytes, file, (one) => one.at("schema").value === "holdpoint/load/v1");
  bodyShape(top);
  // Where its files lay on another machine, and what it was told then, is no evidence.
  const { outcome: _, artifact: _artifact, steadyState: _steady, ...rest } = top.value as JsonObject;
  const body = rest as unknown as LoadBody;
  const reasons = [...body.reasons, ...contradictions(body)];
  return { ...body, reasons, validity: reasons.length === 0 ? body.validity : "invalid" };
}

function contradictions(body: LoadBody): LoadReason[] {
  const { completed, failed, sent, response, service, series, validity, reasons } = body;
  const whole = series.find(({ of }) => of === "run");
  const found: LoadReason[] = [];
  if (completed + failed === 0 && !reasons.some(({ code }) => code === "no-samples"))
    found.push({ code: "no-samples", text: "no request ended" });
  if (validity === "invalid" && reasons.length === 0)
    found.push({ code: "reason-unsaid", text: "it says that it is invalid, and not why" });
  if (completed > sent) found.push(disagree(`${completed} requests completed of ${sent} that were sent`));
  for (const { of, name, ...one } of series) {
    for (const slice of [one.response, one.service]) {
      const problem = slice === null ? null : sliceProblem(slice);
      if (problem !== null) found.push(disagree(`${of} ${name}: ${problem}`));
    }
  }
  if (found.length > 0 || whole === undefined) return found;
  return [
    ...differing("completed requests", completed, whole.completed),
    ...differing("failed requests", failed, whole.failed),
    ...otherFigures("response", response, whole.response),
    ...otherFigures("service", service, whole.service),
  ];
}

function otherFigures(clock: string, said: LatencySummary | null, slice: HistogramSlice | null): LoadReason[] {
  if (said === null || slice === null) return [];
  const again = LogHistogram.ofSlice(slice).summary();
  const other = FIGURES.find((figure) => said[figure] !== again?.[figure]);
  return other === undefined
    ? []
    : [disagree(`${clock} ${other} is said to be ${said[other]}, its histogram gives ${again?.[other]}`)];
}
