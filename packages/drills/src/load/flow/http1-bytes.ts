/** Everything that a request consists of, its texts filled in. */
export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
}

/** Path characters that go as they are: visible ASCII but what RFC 3986 allows nowhere; `%` is the writer's. */
const NEEDS_ESCAPE = /[^\u0021\u0024-\u003B\u003D\u003F-\u005B\u005D\u005F\u0061-\u007A\u007E]/gu;

/** Escapes what a request line cannot hold, so that no value begins a second one; escapes that are there stay. */
export function escapePath(path: string): string {
  return path.replaceAll(NEEDS_ESCAPE, (char) => {
    const bytes = Buffer.from(char.isWellFormed() ? char : "\uFFFD", "utf8");
    return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  });
}

/** Methods whose request without content says so (RFC 9110, section 8.6). */
const EXPECTS_CONTENT: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/**
 * The headers of a request: those of the plan in their order, and what it leaves out: `host` first, `user-agent`,
 * `accept`, and always the length of the body. Each stands once unless the plan says it twice.
 */
export function completeHeaders(
  planned: readonly (readonly [name: string, value: string])[],
  { method, host, bodyBytes }: { readonly method: string; readonly host: string; readonly bodyBytes: number | null },
): readonly (readonly [name: string, value: string])[] {
  const names = new Set(planned.map(([name]) => name.toLowerCase()));
  const headers: (readonly [string, string])[] = names.has("host") ? [] : [["host", host]];
  headers.push(...planned);
  if (!names.has("user-agent")) headers.push(["user-agent", "holdpoint-load"]);
  if (!names.has("accept")) headers.push(["accept", "*/*"]);
  if (bodyBytes !== null || EXPECTS_CONTENT.has(method)) headers.push(["content-length", String(bodyBytes ?? 0)]);
  return headers;
}

/**
 * The request as HTTP/1.1 sends it (RFC 9112, section 3). A connection is kept unless a header says otherwise, which
 * is the version's default and needs no header.
 */
export function http1Bytes({ method, path, headers, body }: RequestParts): Buffer {
  let head = `${method} ${path} HTTP/1.1\r\n`;
  for (const [name, value] of headers) head += `${name}: ${value}\r\n`;
  head += "\r\n";
  return body === null ? Buffer.from(head, "utf8") : Buffer.concat([Buffer.from(head, "utf8"), body]);
}
