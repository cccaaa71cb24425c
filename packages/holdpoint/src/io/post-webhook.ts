import type { WebhookRequest } from "../digest/webhook-request.ts";
import { delay } from "./delay.ts";

export interface PostTerms {
  readonly signal: AbortSignal;
  /** For one attempt; default 10 seconds. */
  readonly timeoutMs?: number;
  /** Before the second and the third attempt. */
  readonly waitsMs?: readonly number[];
}

/** Null when it was delivered. */
export type PostTrouble = string | null;

const TIMEOUT_DEFAULT_MS = 10_000;
const WAITS_DEFAULT_MS: readonly number[] = [1_000, 3_000];

/**
 * Posts once, and again after a server's error, a refusal for now or a broken connection. A redirect is refused: what
 * is sent was meant for this address only. No answer's body is read and no text holds the address.
 */
export async function postWebhook(request: WebhookRequest, terms: PostTerms): Promise<PostTrouble> {
  const waits = terms.waitsMs ?? WAITS_DEFAULT_MS;
  for (let attempt = 1; ; attempt += 1) {
    const { trouble, mayRetry } = await attemptOnce(request, terms);
    const waitMs = waits[attempt - 1];
    if (trouble === null) return null;
    if (!mayRetry || waitMs === undefined || terms.signal.aborted)
      return `${trouble}${attempt === 1 ? "" : ` (after ${attempt} attempts)`}`;
    await delay(waitMs, terms.signal);
  }
}

async function attemptOnce(
  { url, contentType, body }: WebhookRequest,
  { signal, timeoutMs = TIMEOUT_DEFAULT_MS }: PostTerms,
): Promise<{ readonly trouble: PostTrouble; readonly mayRetry: boolean }> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": contentType },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
    });
    // What is not read would hold the connection, and with it the process.
    await response.body?.cancel();
    const { status, ok } = response;
    if (ok) return { trouble: null, mayRetry: false };
    if (status >= 300 && status < 400) return { trouble: `redirected (${status}), which is refused`, mayRetry: false };
    return { trouble: `answered ${status}`, mayRetry: status >= 500 || status === 429 || status === 408 };
  } catch (thrown) {
    if (signal.aborted) return { trouble: "interrupted", mayRetry: false };
    if (timeout.aborted) return { trouble: `no answer within ${timeoutMs} ms`, mayRetry: true };
    const { cause } = thrown as { cause?: { code?: unknown } };
    const code = typeof cause?.code === "string" ? cause.code : "the connection failed";
    return { trouble: code, mayRetry: true };
  }
}
