import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { GROWTH_REASONS } from "../../../evidence/growth.ts";

export const definition: CheckDefinition = {
  id: "descriptors-not-growing",
  title: "Open descriptors do not grow without end",
  question:
    "After warm-up, does the floor of the open descriptors stay where it is, or grow by less than the limit per " +
    "24 hours?",
  motivation:
    "A socket or file that is not closed on one path of an error ends, days later, in a process that can open " +
    "nothing.",
  remediation: "Look at what the descriptors are (`/proc/PID/fd`, `lsof`) and close on every path.",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: GROWTH_REASONS,
  params: { limitPer24h: 48, resolution: 8 },
};
