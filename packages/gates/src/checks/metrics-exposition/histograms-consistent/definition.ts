import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "histograms-consistent",
  title: "Histograms, summaries and states can be so",
  question: "Do buckets rise to a count that agrees, and are quantiles, states and infos what they can be?",
  motivation:
    "A quantile that is computed from buckets that do not rise, or whose last is not the count, is a " +
    "number without meaning, and it looks like any other. Linters do not look.",
  remediation:
    "Use a client library's histogram. Where buckets are written by hand: each counts all below it, " +
    "`+Inf` is the count, bounds are numbers and each is there once.",
  effort: "low",
  sections: ["N"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "histogram-broken": "Buckets, sum and count of a histogram contradict each other or are not there.",
    "summary-broken": "Quantiles of a summary are no shares, or fall.",
    "state-broken": "A state is neither 0 nor 1, or an info is not 1.",
  },
  params: {},
};
