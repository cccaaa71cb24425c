import type { JsonObject } from "@holdpoint/core";
import { canonicalize, HoldpointError } from "@holdpoint/core";
import type { AdapterCall, StatusAnswer } from "../../contract/adapter.ts";
import { LINE_LOG_ENTRIES_MAX, LineLog, LineLogBroken } from "../../io/adapter-line-log.ts";
import { ActionFailure } from "../function/action-failure.ts";

/** An effect that one can look at: lines in a file, with the action and the key that each came from. */
export class EffectLog {
  readonly #log: LineLog;
  readonly #lineOfKey: Map<string, number> = new Map();
  readonly #lineOfAction: Map<string, number> = new Map();
  readonly #writing: Set<Promise<number>> = new Set();
  readonly #writingKeys: Map<string, Promise<number>> = new Map();

  /**
   * Reads what earlier runs left in the file.
   *
   * @throws HoldpointError `HP-GATEWAY-DATA` when it holds something else
   */
  constructor(file: string) {
    this.#log = new LineLog(file);
    for (const [index, line] of this.#log.takeLines().entries()) this.#remember(line, index + 1, file);
  }

  /** The number of the key's line, which is written at most once. */
  once(call: AdapterCall): Promise<number> {
    const key = call.idempotencyKey;
    const known = this.#lineOfKey.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const writing = this.#writingKeys.get(key) ?? this.always(call).finally(() => this.#writingKeys.delete(key));
    this.#writingKeys.set(key, writing);
    return writing;
  }

  /** Writes a line, whatever there is already, and gives its number, counted from 1. */
  async always(call: AdapterCall): Promise<number> {
    const { actionId, idempotencyKey: key, attempt } = call;
    if (this.#log.count + this.#writing.size >= LINE_LOG_ENTRIES_MAX) throw full();
    const written = this.#log.append(canonicalize({ action: actionId, arguments: call.arguments, attempt, key }));
    this.#writing.add(written);
    try {
      const number = await written;
      this.#lineOfKey.set(key, number);
      this.#lineOfAction.set(actionId, number);
      return number;
    } catch (thrown) {
      throw failed(thrown);
    } finally {
      this.#writing.delete(written);
    }
  }

  /** What became of an action. While anything is being written it is too early to say that nothing did. */
  status(call: AdapterCall): StatusAnswer {
    const line = this.#lineOfAction.get(call.actionId);
    if (line !== undefined) return { known: true, succeeded: true, result: { line } };
    if (this.#writing.size > 0) return { known: false, message: "the file is being written" };
    return { known: true, succeeded: false, message: "the file has no line of the action" };
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  #remember(line: string, number: number, file: string): void {
    const { action, key } = readLine(line);
    if (typeof action !== "string" || typeof key !== "string") {
      throw new HoldpointError("HP-GATEWAY-DATA", "the line is not one that an adapter wrote", { file, line: number });
    }
    this.#lineOfAction.set(action, number);
    this.#lineOfKey.set(key, number);
  }
}

function readLine(line: string): JsonObject {
  try {
    return (JSON.parse(line) as JsonObject | null) ?? {};
  } catch {
    return {};
  }
}

function failed(thrown: unknown): ActionFailure {
  const sent = thrown instanceof LineLogBroken;
  const message = thrown instanceof Error ? thrown.message : "the file could not be written";
  return new ActionFailure({ failureClass: sent ? "unknown" : "execution_error", sent, message });
}

function full(): ActionFailure {
  const message = `the file has ${LINE_LOG_ENTRIES_MAX} lines, more are not written`;
  return new ActionFailure({ failureClass: "backpressure", sent: false, message });
}
