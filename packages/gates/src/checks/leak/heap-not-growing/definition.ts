import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { GROWTH_REASONS_WHERE_TOLD } from "../../../evidence/growth.ts";

export const definition: CheckDefinition = {
  id: "heap-not-growing",
  title: "The heap does not grow without end",
  question: "After warm-up, does the floor of the heap stay where it is, or grow by less than the limit per 24 hours?",
  motivation:
    "Resident memory hides a slow leak of objects behind what the allocator has taken in advance; the floor of " +
    "the heap after collections does not.",
  remediation: "Compare heap snapshots: listeners, caches without a bound, closures kept by timers.",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: GROWTH_REASONS_WHERE_TOLD,
  params: { limitPer24h: 67_108_864, resolution: 4_194_304 },
};
