/**
 * Id of a run: its UTC start to the millisecond and random hexadecimal digits, so that ids sort by time.
 *
 * @example
 * runId(0, new Uint8Array([1, 2, 3, 4, 5, 6])); // "19700101T000000000Z-010203040506"
 */
export function runId(startedAtMs: number, random: Uint8Array): string {
  const stamp = new Date(startedAtMs).toISOString().replace(/[-:.]/g, "");
  return `${stamp}-${Buffer.from(random).toString("hex")}`;
}
