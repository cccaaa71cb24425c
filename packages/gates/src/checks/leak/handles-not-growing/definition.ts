import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { GROWTH_REASONS_WHERE_TOLD } from "../../../evidence/growth.ts";

export const definition: CheckDefinition = {
  id: "handles-not-growing",
  title: "Active handles do not grow without end",
  question:
    "After warm-up, does the floor of the active handles stay where it is, or grow by less than the limit per " +
    "24 hours?",
  motivation:
    "Timers, sockets and watchers that nobody ends keep memory and work alive, and keep the process from ending.",
  remediation: "Look at `process.getActiveResourcesInfo()` at both ends of the run: what has become more?",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: GROWTH_REASONS_WHERE_TOLD,
  params: { limitPer24h: 48, resolution: 8 },
};
