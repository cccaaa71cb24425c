import type { LoadBody } from "../evidence/load.ts";
import type { MetricSample } from "../exposition/exposition.ts";
import type { Json } from "../noun/json.ts";

/** One line of a metrics page, as much of it as a KPI needs; histograms by their `_bucket` samples. */
export type KpiSample = Pick<MetricSample, "name" | "labels" | "value">;

/** Two scrapes of one page; without the earlier one there is no rate. */
export interface MetricScrapes {
  readonly before: readonly KpiSample[] | null;
  readonly after: readonly KpiSample[];
  /** From the one to the other. */
  readonly elapsedMs: number;
}

/** What an iteration left behind; null: it left nothing of the kind. */
export interface KpiReadings {
  readonly summary: Json;
  readonly load: LoadBody | null;
  readonly exposition: MetricScrapes | null;
}
