import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { GROWTH_REASONS } from "../../../evidence/growth.ts";

export const definition: CheckDefinition = {
  id: "memory-not-growing",
  title: "Resident memory does not grow without end",
  question:
    "After warm-up, does the floor of the resident memory stay where it is, or grow by less than the limit per " +
    "24 hours?",
  motivation:
    "A process that keeps a little of every request is killed by the machine days after the release, when nobody " +
    "looks.",
  remediation:
    "Take heap snapshots at the begin and the end of a longer run and compare what was retained. Memory that only " +
    "the allocator holds is seen as one step or as less than the resolution.",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: GROWTH_REASONS,
  params: { limitPer24h: 134_217_728, resolution: 16_777_216 },
};
