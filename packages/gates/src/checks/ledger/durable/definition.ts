import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "durable",
  title: "The log survives power loss",
  question: "Does the store write ahead and flush every commit to the disk before it is acknowledged?",
  motivation: "A verdict that is gone after a power cut was never recorded. Durable comes before visible.",
  remediation: "Open the ledger with Holdpoint only; nothing else may change its journal mode or its flushing.",
  effort: "low",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: {
    "not-write-ahead": "The store does not use a write-ahead log.",
    "not-flushed": "Commits are acknowledged before they are flushed.",
  },
  params: { journals: ["wal"], flushing: ["full", "extra"] },
};
