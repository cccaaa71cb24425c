import { connect } from "node:net";

/** An answer to bytes that no HTTP client would send. */
export interface RawAnswer {
  readonly status: number;
  /** Lower-case names; the last of several. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawTerms {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Written when it resolves, for a request that is cut in two. */
  readonly rest?: Promise<string>;
}

const ANSWER_SIZE_BYTES_MAX = 1024 * 1024;

/**
 * Writes bytes to where a URL leads and reads until the other side closes or the answer is whole.
 *
 * @returns null when nothing came back in time, or something that is no HTTP answer
 * @example
 * (await sendRaw("http://127.0.0.1:8377", "BROKEN\r\n\r\n", { timeoutMs: 2000, signal }))?.status; // 400
 */
export function sendRaw(url: string, bytes: string | Uint8Array, terms: RawTerms): Promise<RawAnswer | null> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let sizeBytes = 0;
    const socket = connect({ host: hostname, port: Number(port) });
    const finish = (): void => {
      clearTimeout(timer);
      terms.signal.removeEventListener("abort", finish);
      socket.destroy();
      resolve(readAnswer(Buffer.concat(parts).toString("utf8")));
    };
    const timer = setTimeout(finish, terms.timeoutMs);
    terms.signal.addEventListener("abort", finish, { once: true });
    socket.on("data", (part) => {
      parts.push(part);
      sizeBytes += part.length;
      if (sizeBytes > ANSWER_SIZE_BYTES_MAX || isWhole(Buffer.concat(parts).toString("utf8"))) finish();
    });
    socket.once("close", finish);
    // What cannot be written any more was answered, or never will be: `close` follows.
    socket.on("error", () => undefined);
    socket.write(bytes);
    terms.rest?.then((rest) => socket.write(rest), finish);
  });
}

function readAnswer(text: string): RawAnswer | null {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { status: Number(status), headers: Object.fromEntries(headers), body: text.slice(end + 4) };
}

function isWhole(text: string): boolean {
  const answer = readAnswer(text);
  const length = answer?.headers["content-length"];
  return answer !== null && length !== undefined && Buffer.byteLength(answer.body) >= Number(length);
}
