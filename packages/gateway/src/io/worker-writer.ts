import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { PublicKey } from "@holdpoint/ledger";
import { readPublicKey } from "@holdpoint/ledger";
import type { Change, CommittedGroup } from "../store/change.ts";
import type { Writer } from "../store/writer.ts";
import { guardianOriginOf } from "../store/writer.ts";
import { encodeChanges } from "./change-codec.ts";
import type { FromWriter, ToWriter, WireError, WriterStart } from "./writer-messages.ts";
import { groupFromWire } from "./writer-messages.ts";

const NURSERY_MEBIBYTES = 32;

interface Waiting {
  readonly resolve: (group: CommittedGroup) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts the writer's thread; resolves when the store is open. Throws what opening throws. */
export async function openWorkerWriter(start: WriterStart): Promise<Writer> {
  const worker = new Worker(workerFile(), {
    workerData: start,
    name: "holdpoint-writer",
    // The writer makes little garbage; the process's own larger nursery is not for it.
    resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MEBIBYTES },
  });
  const opened = await firstMessage(worker);
  return new WorkerWriter(worker, opened);
}

/** Listeners are taken off one by one: `removeAllListeners` takes off the worker's own as well, and it falls silent. */
function firstMessage(worker: Worker): Promise<FromWriter & { type: "opened" }> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(lost("the writer ended before the store was open"));
    worker.once("error", reject);
    worker.once("exit", ended);
    worker.once("message", (message: FromWriter) => {
      worker.off("error", reject);
      worker.off("exit", ended);
      if (message.type === "opened") resolve(message);
      else reject(message.type === "failed" ? errorOf(message.error) : lost(`the writer said ${message.type}`));
    });
  });
}

class WorkerWriter implements Writer {
  readonly origin: string;
  readonly guardianOrigin: string;
  readonly guardianKey: PublicKey;
  readonly ledgerKey: PublicKey;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #closed = Promise.withResolvers<void>();
  #anchoredUpTo: number;
  #next = 0;
  #lost: unknown = null;

  constructor(worker: Worker, opened: FromWriter & { type: "opened" }) {
    this.#worker = worker;
    this.origin = opened.origin;
    this.guardianOrigin = guardianOriginOf(opened.origin);
    this.guardianKey = keyOf(opened.guardianKey);
    this.ledgerKey = keyOf(opened.ledgerKey);
    this.#anchoredUpTo = opened.anchoredUpTo;
    // Nobody may be waiting for it yet; whoever does is told.
    this.#closed.promise.catch(() => undefined);
    worker.on("message", (message: FromWriter) => this.#receive(message));
    worker.on("error", (error) => this.#fail(error));
    worker.on("exit", () => this.#fail(lost("the writer's thread ended")));
  }

  get anchoredUpTo(): number {
    return this.#anchoredUpTo;
  }

  commit(changes: readonly Change[]): Promise<CommittedGroup> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== null) {
        reject(this.#lost);
        return;
      }
      const id = this.#next;
      this.#next += 1;
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: "commit", id, changes: encodeChanges(changes) });
    });
  }

  async close(): Promise<void> {
    if (this.#lost === null) this.#send({ type: "close" });
    await this.#closed.promise;
    await this.#worker.terminate();
  }

  #send(message: ToWriter): void {
    // A worker of Node has no origin; nothing is handed over, everything is copied.
    this.#worker.postMessage(message, []);
  }

  #receive(message: FromWriter): void {
    if (message.type === "anchored") this.#anchoredUpTo = message.size;
    else if (message.type === "closed") this.#closed.resolve();
    else if (message.type === "failed") this.#fail(errorOf(message.error));
    else if (message.type === "committed" || message.type === "refused") {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === "committed") waiting?.resolve(groupFromWire(message.group));
      else waiting?.reject(errorOf(message.error));
    }
  }

  #fail(error: unknown): void {
    this.#lost ??= error;
    this.#closed.reject(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Beside this module: TypeScript in development, one flat file in the bundle. */
function workerFile(): URL {
  const source = new URL("./action-writer-worker.ts", import.meta.url);
  return existsSync(fileURLToPath(source)) ? source : new URL("./action-writer-worker.js", import.meta.url);
}

function keyOf(pem: string): PublicKey {
  const key = readPublicKey(pem);
  if ("rejected" in key) throw lost(`the writer named a key that is none: ${key.rejected}`);
  return key;
}

function errorOf({ code, message, file }: WireError): HoldpointError {
  return new HoldpointError(code as ErrorCode, message, file === null ? {} : { file });
}

function lost(text: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-STORAGE", text);
}
