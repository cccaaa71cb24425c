import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "shards-same",
  title: "The same reports and shards came as last time",
  question: "Is every report and every shard that the last promotion was judged by here again?",
  motivation:
    "Half of a matrix has a share of its own, which may well be the better one. A shard that was taken out of the " +
    "configuration is missed by nobody but by its predecessor.",
  remediation: "Bring the shard or the report back. If it was rightly given up, waive this once.",
  effort: "low",
  sections: ["L", "S"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    "shard-gone": "A shard of the last promotion brought no report.",
    "report-gone": "A report of the last promotion is not there, and no new one that could be it.",
    "baseline-silent": "The last promotion judged by this check left no list of reports.",
  },
  params: {},
};
