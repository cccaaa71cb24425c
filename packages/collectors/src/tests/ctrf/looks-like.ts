import { headText } from "../text-lines.ts";

/** Keys that a report may begin with, by its schema; no other format that is read begins with one of them. */
const FIRST_KEY =
  /^\ufeff?\s*\{\s*"(?:reportFormat|specVersion|reportId|runId|timestamp|generatedBy|extra|results|insights|baseline)"/;
const SIGN = /"reportFormat"\s*:\s*"CTRF"|"results"\s*:\s*\{\s*"(?:tool|summary|tests|environment|extra)"\s*:/;

/** A JSON object whose first keys are those of a CTRF report. */
export function looksLikeCtrf(head: Uint8Array): boolean {
  const text = headText(head);
  return FIRST_KEY.test(text) && SIGN.test(text);
}
