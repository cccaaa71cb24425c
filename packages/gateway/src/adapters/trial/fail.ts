import type { Json, JsonObject } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import { FAILURE_CLASSES, isFailureClass } from "@holdpoint/kit";
import type { Adapter, AdapterCall } from "../../contract/adapter.ts";
import { ActionFailure } from "../function/action-failure.ts";
import { functionAdapter } from "../function/function-adapter.ts";
import { invalid, wholeNumber } from "./arguments.ts";
import { trialOperation } from "./operation.ts";

const TIMES_MAX = 1000;

/** What the other side would have begun to do by the time it fails in this way. */
const SENT: ReadonlySet<FailureClass> = new Set(["timeout", "execution_error", "unknown"]);

/**
 * Fails with the class that it is told: `{class, message?, times?}`. With `times` it fails in the first so many
 * attempts and then succeeds. It is declared idempotent, so that its retries can be seen.
 */
export function failAdapter(): Adapter {
  return functionAdapter({
    name: "fail",
    operations: [trialOperation("fail", "Fails with the class that it is told", { idempotent: true, risk: "safe" })],
    functions: new Map([["fail", fail]]),
  });
}

function fail(given: JsonObject, { attempt }: AdapterCall): Json {
  const { class: failureClass, message, times } = given;
  if (!isFailureClass(failureClass)) throw invalid(`class must be one of ${FAILURE_CLASSES.join(", ")}`);
  if (attempt > wholeNumber("times", times, TIMES_MAX, Infinity)) return { attempt, failed: attempt - 1 };
  const text = typeof message === "string" ? message : `it was told to fail with ${failureClass}`;
  throw new ActionFailure({ failureClass, sent: SENT.has(failureClass), message: text });
}
