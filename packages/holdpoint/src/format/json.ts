/** A value on one line for a person: strings bare, everything else as JSON. */
export function oneLine(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
}
