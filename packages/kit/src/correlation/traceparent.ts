/** `sampled` of W3C Trace Context: the caller may have recorded the trace. */
export const TRACE_FLAG_SAMPLED = 0x01;
/** `random-trace-id` of level 2: the last 7 bytes of the trace id are random. */
export const TRACE_FLAG_RANDOM = 0x02;

const FLAGS_KNOWN: number = TRACE_FLAG_SAMPLED | TRACE_FLAG_RANDOM;

/** What a `traceparent` header says; ids are lowercase hexadecimal digits, never all zero. */
export interface TraceParent {
  /** 32 digits. */
  readonly traceId: string;
  /** 16 digits: `parent-id` of the header, the caller's span. */
  readonly spanId: string;
  /** The bits that version 00 knows (`sampled`, `random-trace-id`); all others are dropped. */
  readonly flags: number;
}

/** Length of a header of version 00, and of the part of later versions that is read. */
const CHARS = 55;
const FIELDS = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;
const OUTER_SPACE = /^[ \t]+|[ \t]+$/g;
const ZEROS = /^0+$/;

/**
 * Reads `traceparent` (W3C Trace Context level 2, section 3.2); null where the trace is to be started anew: no header
 * or several, uppercase digits, an id of zeros, version ff, anything after the 55 characters of version 00. Of a later
 * version the first 55 characters count, if nothing or a `-` follows them.
 *
 * @example
 * parseTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")?.spanId; // "00f067aa0ba902b7"
 */
export function parseTraceparent(header: string | readonly string[] | undefined): TraceParent | null {
  if (header === undefined) return null;
  if (typeof header !== "string") return header.length === 1 ? parseTraceparent(header[0]) : null;
  const text = header.length === CHARS ? header : header.replace(OUTER_SPACE, "");
  const [, version, traceId, spanId, flags] = FIELDS.exec(text) ?? [];
  if (version === undefined || traceId === undefined || spanId === undefined || flags === undefined) return null;
  if (version === "ff" || ZEROS.test(traceId) || ZEROS.test(spanId)) return null;
  if (text.length > CHARS && (version === "00" || text[CHARS] !== "-")) return null;
  return { traceId, spanId, flags: Number.parseInt(flags, 16) & FLAGS_KNOWN };
}

/** The header of version 00, whatever version was read; bits that are not known are sent as 0. */
export function formatTraceparent({ traceId, spanId, flags }: TraceParent): string {
  return `00-${traceId}-${spanId}-0${flags & FLAGS_KNOWN}`;
}

export function isSampled({ flags }: TraceParent): boolean {
  return (flags & TRACE_FLAG_SAMPLED) !== 0;
}
