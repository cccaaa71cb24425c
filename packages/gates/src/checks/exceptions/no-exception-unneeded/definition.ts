import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-exception-unneeded",
  title: "Every exception is needed",
  question: "Do the files of every open exception stay below what is asked of them?",
  motivation:
    "An exception that is no longer needed is a licence to fall back. One about files of which no component asks anything excuses nothing and only looks like a decision.",
  remediation:
    "Resolve it: `holdpoint coverage exceptions resolve ID`, or all at once `holdpoint coverage exceptions sync --key FILE`.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions, KIND.coverage],
  baseline: "none",
  reasons: {
    reached: "The files of an open exception reach their floor by themselves.",
    "excuses-nothing": "No component asks for the metric of an open exception in its files.",
    "not-measured": "No report measures the metric of an open exception in its files.",
  },
  params: { components: [] },
};
