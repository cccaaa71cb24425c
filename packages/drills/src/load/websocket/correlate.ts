/** The member of a JSON object by which question and answer know each other; undefined where there is none. */
export function correlationOf(message: Buffer, member: string): string | undefined {
  try {
    const value: unknown = JSON.parse(message.toString("utf8"));
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, member)) return undefined;
    return JSON.stringify((value as Readonly<Record<string, unknown>>)[member]);
  } catch {
    return undefined;
  }
}
