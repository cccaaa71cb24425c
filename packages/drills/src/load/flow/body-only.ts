import type { WireRequest } from "../wire.ts";
import { completeHeaders, escapePath } from "./http1-bytes.ts";
import type { Target } from "./target.ts";
import { joinPath } from "./target.ts";
import type { Template } from "./template.ts";
import { fill } from "./template.ts";

/** The texts of a request, with what is filled in for each arrival. */
export interface RequestTexts<Context> {
  readonly path: Template<Context>;
  readonly headers: readonly (readonly [name: string, value: Template<Context>])[];
  readonly body: Template<Context> | null;
}

/**
 * Makes the requests of which only the body changes: everything before its length is put together once, which is most
 * of what a made request costs. Null where something else is filled in as well, or nothing at all.
 */
export function bodyOnly<Context>(
  method: string,
  target: Target,
  { path, headers, body }: RequestTexts<Context>,
): ((context: Context) => WireRequest) | null {
  const fixed = headers.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  if (body === null || typeof body === "string" || typeof path !== "string" || fixed.length < headers.length) {
    return null;
  }
  const whole = escapePath(joinPath(target, path));
  // The length always comes last.
  const before = completeHeaders(fixed, { method, host: target.host, bodyBytes: 0 }).slice(0, -1);
  const lines = before.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const head = `${method} ${whole} HTTP/1.1\r\n${lines}content-length: `;
  return (context) => {
    const text = fill(body, context);
    const length = String(Buffer.byteLength(text, "utf8"));
    const http1 = Buffer.from(`${head}${length}\r\n\r\n${text}`, "utf8");
    return {
      method,
      path: whole,
      headers: [...before, ["content-length", length]],
      body: http1.subarray(http1.length - Number(length)),
      http1,
    };
  };
}
