import type { Json, JsonObject } from "@holdpoint/core";
import type { Adapter, AdapterCall, OperationSpec } from "../contract/adapter.ts";

/** A target that counts every effect it is made to have. */
export interface Counter {
  readonly adapter: Adapter;
  readonly effects: number;
  /** What it answers from now on, instead of what its schema promises. */
  answer: Json;
}

/** What a sound answer looks like. */
export const SOUND_ANSWER: JsonObject = { counted: true };

const OPERATION: OperationSpec = {
  name: "count",
  title: "Counts an effect",
  idempotent: true,
  risk: "low",
  argumentsSchema: {
    type: "object",
    required: ["text"],
    properties: { text: { type: "string", maxLength: 100 } },
  },
  resultSchema: { type: "object", required: ["counted"], properties: { counted: { const: true } } },
  timeoutMs: null,
};

/**
 * Makes a counter. Two operations that do the same, so that a permit for one can be shown for the other; `count-asked`
 * is of high risk and waits for an approval.
 */
export function counter(): Counter {
  // Idempotent by key, as its operations say: a retry of the same call is no second effect.
  const keys = new Set<string>();
  const made = {
    answer: SOUND_ANSWER as Json,
    get effects(): number {
      return keys.size;
    },
    adapter: {
      name: "counter",
      kind: "function" as const,
      operations: new Map([
        ["count", OPERATION],
        ["count-twin", { ...OPERATION, name: "count-twin" }],
        ["count-asked", { ...OPERATION, name: "count-asked", risk: "high" as const }],
      ]),
      execute: ({ idempotencyKey }: AdapterCall) => {
        keys.add(idempotencyKey);
        return Promise.resolve({ ok: true as const, result: made.answer });
      },
      close: () => Promise.resolve(),
    },
  };
  return made;
}
