import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "shards-closed",
  title: "Every shard has come",
  question: "Is there a coverage report of every shard that reports, suites and components name?",
  motivation:
    "A verdict over half of a CI matrix is a verdict about half of the program. Which shards there are is written in " +
    "the configuration, so that one that never came is told by its name.",
  remediation: "Wait for the job of the listed shard, or run it again; then `holdpoint merge`.",
  effort: "low",
  sections: ["L", "S"],
  needs: [KIND.coverage, KIND.suiteRun],
  baseline: "none",
  reasons: {
    "shard-missing": "A report, suite or component names a shard of which nothing has come.",
    "shard-unknown": "A report is of a shard that the configuration does not name.",
  },
  params: { components: [], shards: [] },
};
