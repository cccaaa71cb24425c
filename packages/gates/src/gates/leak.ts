import type { Gate } from "@holdpoint/core";
import { check as descriptorsNotGrowing } from "../checks/leak/descriptors-not-growing/check.ts";
import { check as detectorWorks } from "../checks/leak/detector-works/check.ts";
import { check as faultsBounded } from "../checks/leak/faults-bounded/check.ts";
import { check as handlesNotGrowing } from "../checks/leak/handles-not-growing/check.ts";
import { check as heapNotGrowing } from "../checks/leak/heap-not-growing/check.ts";
import { check as longEnough } from "../checks/leak/long-enough/check.ts";
import { check as memoryNotGrowing } from "../checks/leak/memory-not-growing/check.ts";
import { check as resourcesReadable } from "../checks/leak/resources-readable/check.ts";
import { check as subjectServed } from "../checks/leak/subject-served/check.ts";

export const leak: Gate = {
  id: "leak",
  title: "Leaks",
  question: "Does what a process holds stay within bounds while it works, and would growth have been seen?",
  sections: ["K", "O"],
  phase: "candidate",
  checks: [
    subjectServed,
    resourcesReadable,
    longEnough,
    faultsBounded,
    detectorWorks,
    memoryNotGrowing,
    heapNotGrowing,
    descriptorsNotGrowing,
    handlesNotGrowing,
  ],
};
