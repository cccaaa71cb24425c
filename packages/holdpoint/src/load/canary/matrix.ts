import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/**
 * What Prometheus answers to `query_range` as series by their names, `up{job="api"}`; null for another document. NaN
 * and infinities are missing values.
 *
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT` for an answer that is an error, or no matrix
 */
export function matrixSeries(document: JsonObject, file: string): Map<string, Json> | null {
  const { status, data, error } = document;
  if (typeof status !== "string") return null;
  const fault = (text: string): HoldpointError => new HoldpointError("HP-READ-NOT-THE-FORMAT", text, { file });
  if (status !== "success")
    throw fault(`Prometheus answered ${JSON.stringify(status)}: ${JSON.stringify(error ?? null)}`);
  const { resultType, result } = objectOf(data);
  if (resultType !== "matrix" || !Array.isArray(result))
    throw fault(`a matrix is wanted, as query_range answers, not ${JSON.stringify(resultType ?? null)}`);
  const series = new Map<string, Json>();
  for (const [at, one] of result.entries()) {
    const { metric, values = null } = objectOf(one);
    if (metric === undefined) throw fault(`result ${at + 1} has no metric`);
    const name = seriesName(objectOf(metric));
    if (series.has(name)) throw fault(`${name} stands twice`);
    series.set(name, valuesOf(values));
  }
  return series;
}

function seriesName({ __name__: name, ...labels }: JsonObject): string {
  const told = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${typeof name === "string" ? name : ""}${told.length === 0 ? "" : `{${told.join(",")}}`}`;
}

function valuesOf(values: Json): Json {
  if (!Array.isArray(values)) return values;
  return values.map((point: Json): Json => {
    if (!Array.isArray(point) || point.length !== 2 || typeof point[1] !== "string") return point;
    const value = point[1].trim() === "" ? Number.NaN : Number(point[1]);
    return [point[0] ?? null, Number.isFinite(value) ? value : null];
  });
}

/** Anything else has no members. */
function objectOf(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
