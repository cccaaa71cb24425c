import type { CheckInput, ExceptionFigures, JsonObject } from "@holdpoint/core";
import { EXCEPTIONS_LISTED_MAX } from "@holdpoint/core";
import { byText } from "../text.ts";
import { allExceptions, openExceptions } from "./coverage-exceptions.ts";

/** What the register of a run looked like. */
export function exceptionFigures(input: CheckInput): JsonObject {
  const open = openExceptions(input);
  const figures: ExceptionFigures = {
    open: open.length,
    resolved: allExceptions(input).length - open.length,
    listed: open
      .toSorted((a, b) => byText(a.expiresAt, b.expiresAt) || byText(a.id, b.id))
      .slice(0, EXCEPTIONS_LISTED_MAX)
      .map(({ id, path, owner, expiresAt, nextReviewAt }) => ({ id, path, owner, expiresAt, nextReviewAt })),
  };
  return figures as unknown as JsonObject;
}
