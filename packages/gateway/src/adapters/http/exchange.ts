import type { Dispatcher, Pool } from "undici";
import type { HeaderList } from "./headers.ts";
import type { HttpRequest } from "./build-request.ts";

/** A request that was answered as a whole, or how far it came. */
export type Exchange =
  | { readonly kind: "answered"; readonly response: HttpResponse }
  | {
      readonly kind: "failed";
      /** False when not one byte of the request was written. */
      readonly sent: boolean;
      readonly error: Error;
      /** What had arrived of the answer when it broke off; null before its headers. */
      readonly status: number | null;
    };

export interface HttpResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Buffer;
  /** True when there was more than is read; the connection was cut. */
  readonly isCut: boolean;
}

export interface ExchangeLimits {
  readonly timeoutMs: number;
  /** Of a success; of anything else `ERROR_BODY_SIZE_BYTES_MAX` are read. */
  readonly bodySizeBytesMax: number;
  readonly signal: AbortSignal;
}

/** Enough to see what an error answer says. */
export const ERROR_BODY_SIZE_BYTES_MAX = 4096;

/** Sends a request and reads the answer within its bounds. Never rejects. */
export function exchange(pool: Pool, request: HttpRequest, limits: ExchangeLimits): Promise<Exchange> {
  return new Promise((resolve) => {
    const handler = new ExchangeHandler(limits, resolve);
    try {
      const { method, path, headers, body } = request;
      const { timeoutMs } = limits;
      pool.dispatch({ method, path, headers, body, headersTimeout: timeoutMs, bodyTimeout: timeoutMs }, handler);
    } catch (thrown) {
      handler.onResponseError(null, thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  });
}

class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #limits: ExchangeLimits;
  readonly #resolve: (exchange: Exchange) => void;
  readonly #body: Buffer[] = [];
  #sizeBytes = 0;
  #controller: Dispatcher.DispatchController | null = null;
  #status: number | null = null;
  #headers: HeaderList = {};
  #isDone = false;
  readonly #abort = (): void => {
    const reason: unknown = this.#limits.signal.reason;
    const error = reason instanceof Error ? reason : new DOMException("the call was stopped", "AbortError");
    this.#fail(error);
    this.#controller?.abort(error);
  };

  constructor(limits: ExchangeLimits, resolve: (exchange: Exchange) => void) {
    this.#limits = limits;
    this.#resolve = resolve;
    if (limits.signal.aborted) this.#abort();
    else limits.signal.addEventListener("abort", this.#abort, { once: true });
  }

  /** The next thing that happens is that the request is written, unless it is stopped here. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#isDone) controller.abort(new DOMException("the call was stopped", "AbortError"));
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat().join(", ")]),
    );
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isDone) return;
    const sizeBytesMax = isSuccess(this.#status) ? this.#limits.bodySizeBytesMax : ERROR_BODY_SIZE_BYTES_MAX;
    this.#sizeBytes += chunk.length;
    if (this.#sizeBytes <= sizeBytesMax) {
      this.#body.push(Buffer.from(chunk));
      return;
    }
    this.#body.push(Buffer.from(chunk.subarray(0, sizeBytesMax - (this.#sizeBytes - chunk.length))));
    this.#answer(true);
    controller.abort(new DOMException("the answer is too large", "AbortError"));
  }

  onResponseEnd(): void {
    this.#answer(false);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.#fail(error);
  }

  #answer(isCut: boolean): void {
    const status = this.#status ?? 0;
    this.#finish({
      kind: "answered",
      response: { status, headers: this.#headers, body: Buffer.concat(this.#body), isCut },
    });
  }

  #fail(error: Error): void {
    this.#finish({ kind: "failed", sent: this.#controller !== null, error, status: this.#status });
  }

  #finish(exchange: Exchange): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#limits.signal.removeEventListener("abort", this.#abort);
    this.#resolve(exchange);
  }
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
