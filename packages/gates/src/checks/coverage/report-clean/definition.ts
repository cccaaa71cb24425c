import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "report-clean",
  title: "Reports hold nothing odd",
  question: "Is every coverage report free of what no tool should write?",
  motivation:
    "A file twice, a count beyond 64 bits, a rate that is not the one of its records: each was understood, and each " +
    "says that something went wrong where the report was made.",
  remediation:
    "A file of types alone lists nothing that could be covered, so that `nothing-measured` is allowed unless the " +
    "profile says otherwise. Look at the listed places; update the tool that writes the report, or the step that merges reports.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "remark-fails": "A report holds something odd of a kind that holds the release.",
    remark: "A report holds something odd.",
  },
  params: { fail: ["rate-differs", "more-remarks"], allow: ["nothing-measured"] },
};
