import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "restarts-told",
  title: "Restarts can be told, and there was none",
  question: "Does every scrape say when its process began, and was it the same process throughout?",
  motivation:
    "Only the start of the process tells a restart from a counter that falls by mistake. A process that " +
    "began anew between two scrapes lost what it counted, and a scrape of another process beside it " +
    "compares apples with pears.",
  remediation:
    "Export `process_start_time_seconds`; most client libraries do by themselves. If the process began " +
    "anew, find out why; if a balancer is between, scrape each process by itself.",
  effort: "low",
  sections: ["N", "O"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "start-not-told": "A scrape does not have `process_start_time_seconds`.",
    restarted: "The process began anew more often than allowed.",
    "other-process": "A scrape is of an older process than the one before.",
    "start-impossible": "The process began after it was scraped.",
  },
  params: { restartsMax: 0 },
};
