import type { Gate } from "@holdpoint/core";
import { check as cardinalityBounded } from "../checks/metrics-exposition/cardinality-bounded/check.ts";
import { check as contentTypeMatches } from "../checks/metrics-exposition/content-type-matches/check.ts";
import { check as countersNeverFall } from "../checks/metrics-exposition/counters-never-fall/check.ts";
import { check as enoughSamples } from "../checks/metrics-exposition/enough-samples/check.ts";
import { check as enoughScrapes } from "../checks/metrics-exposition/enough-scrapes/check.ts";
import { check as formatSound } from "../checks/metrics-exposition/format-sound/check.ts";
import { check as helpAndType } from "../checks/metrics-exposition/help-and-type/check.ts";
import { check as histogramsConsistent } from "../checks/metrics-exposition/histograms-consistent/check.ts";
import { check as namesAndUnits } from "../checks/metrics-exposition/names-and-units/check.ts";
import { check as noDuplicateSeries } from "../checks/metrics-exposition/no-duplicate-series/check.ts";
import { check as restartsTold } from "../checks/metrics-exposition/restarts-told/check.ts";
import { check as seriesStay } from "../checks/metrics-exposition/series-stay/check.ts";
import { check as timestampsSane } from "../checks/metrics-exposition/timestamps-sane/check.ts";
import { check as wantedFamilies } from "../checks/metrics-exposition/wanted-families/check.ts";

export const metricsExposition: Gate = {
  id: "metrics-exposition",
  title: "Metrics exposition",
  question: "Are the metrics that the service writes complete, well formed and true to what they say they are?",
  sections: ["N", "C", "F", "H", "K", "O", "T"],
  phase: "candidate",
  checks: [
    enoughSamples,
    enoughScrapes,
    formatSound,
    contentTypeMatches,
    noDuplicateSeries,
    helpAndType,
    namesAndUnits,
    histogramsConsistent,
    countersNeverFall,
    seriesStay,
    restartsTold,
    timestampsSane,
    wantedFamilies,
    cardinalityBounded,
  ],
};
