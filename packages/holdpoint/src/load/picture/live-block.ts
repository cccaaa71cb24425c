import type { LiveSecond } from "@holdpoint/drills";
import { shortDuration } from "../../format/duration.ts";
import type { Meaning, Paint } from "../../reporters/text/paint.ts";
import { clipToWidth } from "../../reporters/text/width.ts";
import { countText, latencyText, rateText } from "./figures.ts";
import { sparkline } from "./sparkline.ts";

/** So many seconds are shown side by side at most. */
const SECONDS_MAX = 120;
const LABEL_COLUMNS = 15;
/** What stands behind a sparkline. */
const VALUE_COLUMNS = 14;
const SPARK_COLUMNS_MIN = 10;
const SLO_LINES_MAX = 8;

const MEANINGS: Readonly<Record<string, Meaning>> = { ok: "good", missed: "bad", unknown: "unknown" };

/** What a person sees while a run goes on: the last seconds as blocks, sums, objectives. Pure but for its memory. */
export class LiveBlock {
  readonly #url: string;
  readonly #p99: (number | null)[] = [];
  readonly #rate: number[] = [];
  #last: LiveSecond | null = null;
  readonly #sums = { sent: 0, completed: 0, failed: 0, dropped: 0 };

  constructor(url: string) {
    this.#url = url;
  }

  take(live: LiveSecond): void {
    this.#last = live;
    this.#p99.push(live.response?.p99 ?? null);
    this.#rate.push(live.sent);
    if (this.#p99.length > SECONDS_MAX) this.#p99.shift();
    if (this.#rate.length > SECONDS_MAX) this.#rate.shift();
    for (const key of ["sent", "completed", "failed", "dropped"] as const) this.#sums[key] += live[key];
  }

  /** Lines that are no wider than the terminal. */
  lines(columns: number, paint: Paint): string[] {
    const width = Math.max(1, columns - 1);
    const last = this.#last;
    if (last === null) return [clipToWidth(`${this.#url}: connecting and warming up`, width)];
    const { sent, failed, dropped } = this.#sums;
    const sums = [
      `sent ${countText(sent)}`,
      `failed ${countText(failed)}`,
      ...(dropped > 0 ? [`dropped ${countText(dropped)}`] : []),
      `queued ${countText(last.queued)}`,
    ].join("  ");
    const spark = Math.max(SPARK_COLUMNS_MIN, width - LABEL_COLUMNS - VALUE_COLUMNS);
    const p99 = latencyText(last.response?.p99 ?? null);
    return [
      clipToWidth(`${this.#url}  ${progressOf(last)}`, width),
      row("response p99", sparkline(this.#p99.slice(-spark), spark), p99, width),
      row("rate", sparkline(this.#rate.slice(-spark), spark), rateText(last.sent), width),
      failed + dropped > 0 ? paint("bad", clipToWidth(sums, width)) : clipToWidth(sums, width),
      ...sloLines(last, width, paint),
    ];
  }
}

function progressOf({ second, plannedS, phase }: LiveSecond): string {
  const leftS = plannedS - second - 1;
  if (phase === null || leftS < 0) return "waiting for the last answers";
  const name = phase === "main" ? "" : `${phase}, `;
  return `${name}${shortDuration(leftS * 1000)} left`;
}

function row(label: string, spark: string, value: string, width: number): string {
  return clipToWidth(`${label.padEnd(LABEL_COLUMNS - 1)} ${spark}  ${value}`, width);
}

function sloLines({ slo }: LiveSecond, width: number, paint: Paint): string[] {
  const shown = slo.slice(0, SLO_LINES_MAX).map(({ state, text }) => {
    return paint(MEANINGS[state] ?? "unknown", clipToWidth(`${state.padEnd(8)} ${text}`, width));
  });
  const more = slo.length - shown.length;
  return more > 0 ? [...shown, clipToWidth(`… ${more} more objectives`, width)] : shown;
}
