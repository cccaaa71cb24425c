import type { SignedTrace } from "@holdpoint/core";
import { scriptedRoom } from "../error-taxonomy/testing-room.ts";
import type { Bench, Tried } from "./bench.ts";

export function triedAs(word: string | null, changes: Partial<Tried> = {}): Tried {
  return { word, id: "act_1", correlationId: "req_1", effects: 0, ...changes };
}

const GOOD: SignedTrace = { present: true, verified: true };

/** A bench that asks nobody; give it what a test tries. */
export function scriptedBench(changes: Partial<Bench> = {}): Bench {
  const { room } = scriptedRoom(() => ({ json: {} }));
  return {
    room,
    effects: () => 0,
    submit: async () => triedAs("SUCCEEDED", { effects: 1 }),
    send: async () => triedAs(null),
    ask: async () => triedAs("AWAITING_APPROVAL"),
    person: async () => triedAs(null),
    ended: async () => triedAs(null),
    post: async () => null,
    patch: async () => null,
    denial: async () => GOOD,
    receipt: async () => GOOD,
    ...changes,
  };
}
