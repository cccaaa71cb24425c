/** What has to be kept of an answer. Reading its headers into a map costs more than the rest of its head. */
export type Keep = "nothing" | "headers" | "body" | "all";

export function keepsHeaders(keep: Keep): boolean {
  return keep === "headers" || keep === "all";
}

export function keepsBody(keep: Keep): boolean {
  return keep === "body" || keep === "all";
}

/** What all of them together need. */
export function mostKept(keeps: readonly Keep[]): Keep {
  const headers = keeps.some(keepsHeaders);
  if (keeps.some(keepsBody)) return headers ? "all" : "body";
  return headers ? "headers" : "nothing";
}
