import type { ExtractPlan } from "@holdpoint/core";
import type { AnswerView } from "./answer-view.ts";
import type { Keep } from "../keep.ts";
import { isSendable } from "./header-rules.ts";
import { parseJsonPath, valueAt } from "./json-path.ts";
import { compilePattern, patternSubject } from "./pattern.ts";
import type { PlaceOf } from "./place.ts";

export interface Extract {
  readonly name: string;
  readonly keep: Keep;
  /** Null when the answer does not have it, or has what cannot be sent on. */
  take(view: AnswerView): string | null;
}

const VALUE_CHARS_MAX = 8192;

/**
 * Compiles what is taken out of an answer for later steps. A pattern gives its first group, or all that it fits.
 *
 * @throws HoldpointError `HP-LOAD-PATTERN` or `HP-LOAD-JSON-PATH`
 */
export function compileExtract(plan: ExtractPlan, pointer: string, placeOf: PlaceOf): Extract {
  const { name } = plan;
  if (plan.from === "header") {
    const header = plan.header.toLowerCase();
    return { name, keep: "headers", take: (view) => usable(view.header(header)) };
  }
  if (plan.from === "json") {
    const path = parseJsonPath({ text: plan.path, pointer: `${pointer}.path`, placeOf });
    return { name, keep: "body", take: (view) => usable(scalar(valueAt(view.json, path))) };
  }
  const pattern = compilePattern({ text: plan.pattern, pointer: `${pointer}.pattern`, placeOf });
  return {
    name,
    keep: "body",
    take: (view) => {
      const match = pattern.exec(patternSubject(view.text));
      return usable(match?.[1] ?? match?.[0] ?? null);
    },
  };
}

function scalar(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** An empty value is none: `/items/` is not the item that was created. */
function usable(value: string | null): string | null {
  return value !== null && value !== "" && value.length <= VALUE_CHARS_MAX && isSendable(value) ? value : null;
}
