import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "enough-scrapes",
  title: "Scraped more than once",
  question: "Was the page scraped at least as often as wanted, at different times?",
  motivation:
    "Whether a counter only rises can be seen between two scrapes and not within one. The same page twice " +
    "shows nothing.",
  remediation:
    "Scrape again after some work was done: before, meanwhile and after a load. Files are taken in the " +
    "order of their names.",
  effort: "low",
  sections: ["N"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "too-few-scrapes": "There are fewer scrapes than wanted.",
    "not-apart": "Too few of the scrapes were made after the one before.",
  },
  params: { min: 2, apartMs: 1 },
};
