import assert from "node:assert/strict";
import { test } from "node:test";
import type { CommittedGroup } from "../store/change.ts";
import { groupFromWire, groupToWire } from "./writer-messages.ts";

test("a committed group comes back from the writer's thread as it was", () => {
  const group: CommittedGroup = {
    places: [
      { seq: 7, receiptSeq: -1, checkpointSize: 12 },
      { seq: 8, receiptSeq: 9, checkpointSize: 12 },
      { seq: 2 ** 40, receiptSeq: 2 ** 40 + 1, checkpointSize: 12 },
    ],
    size: 12,
    checkpoint: "checkpoint",
    verdictNote: null,
  };
  assert.deepEqual(groupFromWire(structuredClone(groupToWire(group))), group);
  const none = { ...group, places: [], verdictNote: "note" };
  assert.deepEqual(groupFromWire(structuredClone(groupToWire(none))), none);
});
