import { HoldpointError, readJson } from "@holdpoint/core";
import type { JsonObject } from "@holdpoint/core";
import type { Applier, Configuration } from "../../tuning/applier.ts";

export interface HttpApplierTerms {
  /** Answers its configuration to GET and takes a merge patch of it by PATCH. */
  readonly url: string;
  /** Sent with both; never told in an error. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
export const CONFIGURATION_BYTES_MAX: number = 1024 * 1024;
const DETAIL_CHARS_MAX = 300;

/**
 * A configuration behind HTTP: `GET` with its `ETag`, `PATCH` with `application/merge-patch+json` (RFC 7396) and
 * `If-Match`. A weak tag matches nothing (RFC 9110 section 13.1.1), so that it is not sent. Redirects are not followed.
 *
 * @example
 * const applier = httpApplier({ url, headers: [["authorization", `Bearer ${token}`]] });
 * const { document, tag } = await applier.read(signal);
 * await applier.write({ executor: { concurrency: 8 } }, tag, signal); // "written"
 */
export function httpApplier({ url, headers, timeoutMs = TIMEOUT_MS }: HttpApplierTerms): Applier {
  const shown = shownUrl(url);
  const ask = async (
    method: string,
    own: Record<string, string>,
    signal: AbortSignal,
    body?: string,
  ): Promise<Asked> => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
      for (const [name, value] of Object.entries(own)) all.set(name, value);
      const answer = await fetch(url, {
        method,
        headers: all,
        body: body ?? null,
        redirect: "manual",
        signal: bounded,
      });
      return { status: answer.status, tag: answer.headers.get("etag"), bytes: await bytesOf(answer) };
    } catch (thrown) {
      signal.throwIfAborted();
      throw new HoldpointError("HP-TUNING-TARGET", `${method} ${shown}: ${reasonOf(thrown, timeoutMs)}`, {}, thrown);
    }
  };
  return {
    read: async (signal): Promise<Configuration> => {
      const { status, tag, bytes } = await ask("GET", { accept: "application/json" }, signal);
      if (status !== 200) throw new HoldpointError("HP-TUNING-TARGET", `GET ${shown} was answered with ${status}`);
      const document = readJson(bytes, { file: shown, sizeBytesMax: CONFIGURATION_BYTES_MAX });
      return { document, tag: tag !== null && tag.startsWith('"') ? tag : null };
    },
    write: async (patch: JsonObject, tag, signal) => {
      const own = {
        accept: "application/json",
        "content-type": "application/merge-patch+json",
        ...(tag === null ? {} : { "if-match": tag }),
      };
      const { status, bytes } = await ask("PATCH", own, signal, JSON.stringify(patch));
      if (status === 412) return "changed-meanwhile";
      if (status >= 200 && status < 300) return "written";
      const code = status >= 400 && status < 500 ? "HP-TUNING-REFUSED" : "HP-TUNING-TARGET";
      throw new HoldpointError(code, `PATCH ${shown} was answered with ${status}${detailOf(bytes)}`);
    },
  };
}

interface Asked {
  readonly status: number;
  readonly tag: string | null;
  readonly bytes: Uint8Array;
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    sizeBytes += part.byteLength;
    if (sizeBytes > CONFIGURATION_BYTES_MAX)
      throw new RangeError(`the answer is beyond ${CONFIGURATION_BYTES_MAX} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reasonOf(thrown: unknown, timeoutMs: number): string {
  const { name, message, cause } = thrown as Error;
  if (name === "TimeoutError") return `no whole answer in ${timeoutMs} ms`;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : message;
}

/** What a problem document (RFC 9457) says, short; anything else says nothing. */
function detailOf(bytes: Uint8Array): string {
  try {
    const { detail, title } = JSON.parse(Buffer.from(bytes).toString("utf8")) as Record<string, unknown>;
    const text = [detail, title].find((one) => typeof one === "string");
    return text === undefined ? "" : `: ${text.slice(0, DETAIL_CHARS_MAX)}`;
  } catch {
    return "";
  }
}

/** Without what may be secret in it. */
function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
