export interface TracestateMember {
  readonly key: string;
  readonly value: string;
}

/** Members from left to right, each key once; the leftmost is of the system that wrote the `traceparent`. */
export type Tracestate = readonly TracestateMember[];

export const TRACESTATE_MEMBERS_MAX = 32;
/** What level 2 asks everybody to propagate at least; we propagate no more. */
export const TRACESTATE_CHARS_MAX = 512;
/** Members longer than this go first when the whole is too long. */
export const TRACESTATE_MEMBER_CHARS_MAX = 128;
/** Headers together longer than this are not read: 32 members of the longest form, twice over for white space. */
export const TRACESTATE_READ_CHARS_MAX = 32_768;

const KEY = /^[a-z0-9][a-z0-9_\-*/@]{0,255}$/;
const VALUE = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;
const LEADING_SPACE = /^[ \t]+/;
const BLANK = new Set([" ", "\t"]);

/**
 * Reads `tracestate` (W3C Trace Context level 2, section 3.3). Several headers are one list in their order; white space
 * around members and empty members are skipped and do not count. One wrong member, a key twice or more than 32 members
 * discard the whole: null. Read it only where `traceparent` was valid, as `parseTraceContext` does.
 *
 * @example
 * parseTracestate(["rojo=00f067aa0ba902b7", "congo=t61rcWkgMzE"])?.length; // 2
 * parseTracestate("a=1,a=2"); // null
 */
export function parseTracestate(headers: string | readonly string[] | undefined): Tracestate | null {
  const text = typeof headers === "object" ? headers.join(",") : (headers ?? "");
  if (text.length > TRACESTATE_READ_CHARS_MAX) return null;
  const members = new Map<string, string>();
  for (const part of text.split(",")) {
    const item = trimmed(part);
    if (item === "") continue;
    const equals = item.indexOf("=");
    const key = item.slice(0, Math.max(0, equals));
    const value = item.slice(equals + 1);
    if (!isMember({ key, value }) || members.has(key) || members.size === TRACESTATE_MEMBERS_MAX) return null;
    members.set(key, value);
  }
  return Array.from(members, ([key, value]) => ({ key, value }));
}

/** Key and value as level 2's grammar has them: `@` is a character of the key like any other. */
export function isMember({ key, value }: TracestateMember): boolean {
  return KEY.test(key) && VALUE.test(value);
}

/**
 * The list with that member at its left, as level 2 section 3.5 wants it for a new or changed member; the old one of
 * the same key goes, and the rightmost where there would be 33.
 *
 * @throws RangeError for a key or value that is none
 */
export function withMember(state: Tracestate, member: TracestateMember): Tracestate {
  if (!isMember(member)) throw new RangeError(`${JSON.stringify(member)} is no member of a tracestate`);
  return [member, ...state.filter(({ key }) => key !== member.key)].slice(0, TRACESTATE_MEMBERS_MAX);
}

/**
 * The header, without white space, at most 512 characters long; null for none, which is not to be sent. Where it would
 * be longer, whole members go: first those of more than 128 characters, then any, each time from the right.
 */
export function formatTracestate(state: Tracestate): string | null {
  const members = state.slice(0, TRACESTATE_MEMBERS_MAX).map(({ key, value }) => `${key}=${value}`);
  let chars = members.reduce((sum, member) => sum + member.length + 1, -1);
  for (const charsMin of [TRACESTATE_MEMBER_CHARS_MAX + 1, 0]) {
    for (let index = members.length - 1; index >= 0 && chars > TRACESTATE_CHARS_MAX; index -= 1) {
      const size = members[index]?.length ?? 0;
      if (size < charsMin) continue;
      members.splice(index, 1);
      chars -= size + 1;
    }
  }
  return members.length === 0 ? null : members.join(",");
}

/** Without the optional white space; a scan from the right, since `[ \t]+$` takes quadratic time. */
function trimmed(part: string): string {
  let end = part.length;
  while (end > 0 && BLANK.has(part.charAt(end - 1))) end -= 1;
  return part.slice(0, end).replace(LEADING_SPACE, "");
}
