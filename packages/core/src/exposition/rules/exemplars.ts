import type { Exposition, MetricExemplar, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { metricNumber } from "../read/number.ts";
import { seriesText } from "../series.ts";

/** Names and values of an exemplar's labels together, in Unicode characters; OpenMetrics 1.0. */
const EXEMPLAR_CHARS_MAX = 128;

const ALLOWED: ReadonlySet<string> = new Set(["counter _total", "histogram _bucket", "gaugehistogram _bucket"]);

export function judgeExemplars({ type, samples }: MetricFamily, _page: Exposition, note: Note): void {
  for (const sample of samples) {
    const { exemplar, line, suffix, labels } = sample;
    if (exemplar === null) continue;
    if (!ALLOWED.has(`${type} ${suffix}`))
      note("exemplar-not-allowed", `${seriesText(sample)} can have no exemplar`, line, exemplar.column);
    const chars = charsOf(exemplar);
    if (chars > EXEMPLAR_CHARS_MAX)
      note("exemplar-too-long", `${chars} characters of labels, at most ${EXEMPLAR_CHARS_MAX}`, line, exemplar.column);
    const le = metricNumber(labels.get("le") ?? "") ?? Infinity;
    if (suffix === "_bucket" && exemplar.value > le)
      note("exemplar-outside-bucket", `${exemplar.value} is not in the bucket up to ${le}`, line, exemplar.column);
  }
}

function charsOf({ labels }: MetricExemplar): number {
  return Array.from(labels, ([name, value]) => Array.from(name + value).length).reduce((sum, one) => sum + one, 0);
}
