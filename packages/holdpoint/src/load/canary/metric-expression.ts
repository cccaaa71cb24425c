import type { KpiSelector } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

export type MetricSelector = Extract<KpiSelector, { from: "prometheus" }>;
export type MetricExpression = Omit<MetricSelector, "as"> & { readonly as: MetricSelector["as"] | null };

const EXPRESSION = /^(?:(rate|increase|value|p50|p95|p99)\((.*)\)|(.*))$/s;
const METRIC = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s;
const LABEL = /\s*([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"\s*(?:,|$)/y;

/**
 * A metric of scrapes: `queue_depth`, `rate(requests_total{code="500"})`, `p99(request_seconds)`. Without a function
 * it is what suits its type.
 *
 * @throws HoldpointError `HP-USAGE`
 */
export function metricExpression(text: string): MetricExpression {
  const [, as, inner, plain] = EXPRESSION.exec(text) ?? [];
  const [, metric, labels = ""] = METRIC.exec((inner ?? plain ?? "").trim()) ?? [];
  if (metric === undefined) {
    const wanted = 'name, name{label="value"}, or rate, increase, value, p50, p95 or p99 of one, like p99(name)';
    throw new HoldpointError("HP-USAGE", `--metric ${JSON.stringify(text)} is not ${wanted}`);
  }
  return {
    from: "prometheus",
    metric,
    labels: labelsOf(labels, text),
    as: (as as MetricSelector["as"] | undefined) ?? null,
  };
}

function labelsOf(text: string, whole: string): Readonly<Record<string, string>> {
  const labels: [string, string][] = [];
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (match === null) {
      throw new HoldpointError("HP-USAGE", `--metric ${JSON.stringify(whole)}: labels are name="value", by commas`);
    }
    labels.push([match[1] ?? "", (match[2] ?? "").replaceAll(/\\(["\\n])/g, (_, c) => (c === "n" ? "\n" : c))]);
  }
  return Object.fromEntries(labels);
}
