import type { Counts, RunSecond } from "@holdpoint/core";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FromWorker, ToWorker, WireError, WorkerEnd, WorkerStart } from "./messages.ts";

/** What a worker tells; exactly one of `ended`, `failed` and `lost` comes last. */
export interface WorkerEvents {
  ready(open: number, connectFailures: Counts): void;
  second(second: RunSecond): void;
  ended(end: WorkerEnd): void;
  /** It says itself why it cannot go on. */
  failed(error: WireError): void;
  /** It is gone. */
  lost(why: string): void;
}

/** A thread that sends. */
export class WorkerThread {
  readonly #worker: Worker;
  #isOver = false;

  constructor(start: WorkerStart, events: WorkerEvents) {
    this.#worker = new Worker(workerFile(), { workerData: start, name: `holdpoint-load-${start.worker}` });
    const last = (tell: () => void): void => {
      if (this.#isOver) return;
      this.#isOver = true;
      tell();
    };
    this.#worker.on("message", (message: FromWorker) => {
      if (this.#isOver) return;
      if (message.type === "ready") events.ready(message.open, message.connectFailures);
      else if (message.type === "second") events.second(message.second);
      else if (message.type === "ended") last(() => events.ended(message.end));
      else last(() => events.failed(message.error));
    });
    this.#worker.on("error", (error) =>
      last(() => events.lost(error instanceof Error ? error.message : String(error))),
    );
    this.#worker.on("exit", (code) => last(() => events.lost(`its thread ended with ${code}`)));
  }

  tell(message: ToWorker): void {
    // A worker of Node has no origin; nothing is handed over, everything is copied.
    this.#worker.postMessage(message, []);
  }

  /** Ends it whatever it does. */
  async terminate(): Promise<void> {
    this.#isOver = true;
    await this.#worker.terminate();
  }
}

/** Beside this module: TypeScript in development, one flat file in the bundle. */
function workerFile(): URL {
  const source = new URL("./load-generator-worker.ts", import.meta.url);
  return existsSync(fileURLToPath(source)) ? source : new URL("./load-generator-worker.js", import.meta.url);
}
