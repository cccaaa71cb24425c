import type { TlsPlan } from "@holdpoint/core";
import type { Exchange, Transport, WireAnswer, WireFailure, WireRequest } from "../../load/wire.ts";
import { monotonicClock } from "./clock.ts";

export const NO_TLS: TlsPlan = { verify: true, serverName: null, ca: null };
export const clockUs: () => number = monotonicClock();

/** How one exchange went. */
export interface Ended {
  readonly answer: WireAnswer | null;
  readonly failure: WireFailure | null;
  /** From `sent` to its end. */
  readonly tookMs: number;
}

export interface AskTerms {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly keep?: Exchange["keep"];
  readonly headers?: WireRequest["headers"];
}

export function requestOf({ method = "GET", path = "/", body, headers = [] }: AskTerms): WireRequest {
  const bytes = body === undefined ? null : Buffer.from(body);
  const length = bytes === null ? "" : `Content-Length: ${bytes.length}\r\n`;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${lines}${length}\r\n`, "latin1");
  return { method, path, headers, body: bytes, http1: bytes === null ? head : Buffer.concat([head, bytes]) };
}

const WAIT_MS_MAX = 10_000;

/** Sends one exchange, once a connection is idle, and waits for its end. */
export async function ask(transport: Transport, terms: AskTerms = {}): Promise<Ended> {
  await until(() => transport.idle > 0);
  return new Promise((resolve, reject) => {
    const told: string[] = [];
    let sentUs = 0;
    const end = (atUs: number, answer: WireAnswer | null, failure: WireFailure | null): void => {
      told.push("ended");
      if (told.join(" ") !== "sent ended") reject(new Error(`told ${told.join(", ")}`));
      else resolve({ answer, failure, tookMs: (atUs - sentUs) / 1000 });
    };
    const sent = transport.send({
      request: requestOf(terms),
      keep: terms.keep ?? "nothing",
      sent: (atUs) => {
        told.push("sent");
        sentUs = atUs;
      },
      answered: (atUs, answer) => end(atUs, answer, null),
      failed: (atUs, failure) => end(atUs, null, failure),
    });
    if (!sent) reject(new Error("no connection is idle"));
  });
}

/** Polls until something is so. */
export async function until(isSo: () => boolean, waitMs: number = WAIT_MS_MAX): Promise<void> {
  const deadlineUs = clockUs() + waitMs * 1000;
  while (!isSo()) {
    if (clockUs() > deadlineUs) throw new Error("it never became so");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
