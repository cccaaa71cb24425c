import { canonicalize } from "@holdpoint/core";
import type { Adapter, AdapterCall, AdapterOutcome, OperationSpec } from "../../contract/adapter.ts";
import type { CommandAdapterConfig, CommandOperation } from "../../contract/gateway-config.ts";
import { failure } from "../../executor/failure.ts";
import { runCommand } from "../../io/command-run.ts";
import { commandLine } from "./command-line.ts";
import { commandOutcome } from "./command-outcome.ts";

/**
 * Operations that are programs. The arguments come as JSON on standard input; who asks, and the key, as `HOLDPOINT_…`
 * in an environment that is otherwise what is configured, and PATH. The trace also comes as `TRACEPARENT` and
 * `TRACESTATE`, where OpenTelemetry looks for it. Closing it ends the programs that run.
 */
export function commandAdapter({ name, operations }: CommandAdapterConfig): Adapter {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const closing = new AbortController();
  const running = new Set<Promise<AdapterOutcome>>();
  return {
    name,
    kind: "command",
    operations: byName,
    execute: (call) => {
      const signal = AbortSignal.any([call.signal, closing.signal]);
      const run = execute(byName.get(call.operation), { ...call, signal }).finally(() => running.delete(run));
      running.add(run);
      return run;
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}

async function execute(
  operation: (OperationSpec & CommandOperation) | undefined,
  call: AdapterCall,
): Promise<AdapterOutcome> {
  const program = operation?.command[0];
  if (operation === undefined || program === undefined)
    throw new TypeError(`there is no command for ${call.operation}`);
  const line = commandLine(operation.command, call.arguments);
  if (typeof line === "string") return failure({ failureClass: "validation_failed", sent: false, message: line });
  const end = await runCommand({
    program,
    arguments: line,
    folder: operation.folder,
    environment: { ...operation.environment, ...contextOf(call) },
    stdin: canonicalize(call.arguments),
    stdoutSizeBytesMax: operation.outputSizeBytesMax,
    signal: call.signal,
  });
  return commandOutcome(program, end, operation.outputSizeBytesMax);
}

function contextOf(call: AdapterCall): Readonly<Record<string, string>> {
  const { traceparent, tracestate } = call;
  return {
    HOLDPOINT_ACTION_ID: call.actionId,
    HOLDPOINT_ATTEMPT: String(call.attempt),
    HOLDPOINT_IDEMPOTENCY_KEY: call.idempotencyKey,
    HOLDPOINT_CORRELATION_ID: call.correlationId,
    HOLDPOINT_TRACEPARENT: traceparent,
    TRACEPARENT: traceparent,
    ...(tracestate === null ? {} : { HOLDPOINT_TRACESTATE: tracestate, TRACESTATE: tracestate }),
    HOLDPOINT_TIMEOUT_MS: String(call.timeoutMs),
  };
}
