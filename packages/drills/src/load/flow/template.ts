import type { PlannedText } from "./place.ts";
import { mistake } from "./place.ts";

/** Gives the value of one placeholder for one arrival. */
export type Value<Context> = (context: Context) => string;

/** A text with its placeholders resolved; a text without any is a string. */
export type Template<Context> = string | readonly (string | Value<Context>)[];

/** A name between `${` and `}`; `$${` is a literal `${`. */
const PLACEHOLDER = /\$(\$?)\{([^}]*)(\}?)/g;

/**
 * Splits a text into what stays and what is filled in for each arrival. `resolve` throws for a name that nothing gives.
 *
 * @throws HoldpointError `HP-LOAD-PLACEHOLDER` for one without its end, with the column
 */
export function parseTemplate<Context>(
  planned: PlannedText,
  resolve: (name: string, index: number) => Value<Context>,
): Template<Context> {
  const { text } = planned;
  const parts: (string | Value<Context>)[] = [];
  let kept = "";
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, isEscaped, name = "", end] = match;
    kept += text.slice(from, match.index);
    from = match.index + whole.length;
    if (isEscaped === "$") {
      kept += whole.slice(1);
      continue;
    }
    if (end === "") throw mistake("HP-LOAD-PLACEHOLDER", planned, match.index, `"${whole}" has no closing brace`);
    if (kept !== "") parts.push(kept);
    kept = "";
    parts.push(resolve(name, match.index));
  }
  kept += text.slice(from);
  if (parts.length === 0) return kept;
  if (kept !== "") parts.push(kept);
  return parts;
}

/** The text for one arrival. */
export function fill<Context>(template: Template<Context>, context: Context): string {
  if (typeof template === "string") return template;
  let text = "";
  for (const part of template) text += typeof part === "string" ? part : part(context);
  return text;
}
