import { HoldpointError } from "@holdpoint/core";
import type { Adapter } from "../contract/adapter.ts";
import type { AdapterConfig } from "../contract/gateway-config.ts";
import { loadFunctions } from "../io/function-module.ts";
import { commandAdapter } from "./command/command-adapter.ts";
import { functionAdapter } from "./function/function-adapter.ts";
import { httpAdapter } from "./http/http-adapter.ts";

export interface BuildOptions {
  readonly nowMs: () => number;
  /** The setting `executor.result_size_bytes`, read at each call. */
  readonly resultSizeBytesMax: () => number;
  /** Adapters that are there already, such as the trial's. */
  readonly others?: readonly Adapter[];
}

/**
 * The adapters of a configuration, by name. When one cannot be built, those that were are closed.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG`: a name twice, an operation twice, or what an adapter objects to
 */
export async function buildAdapters(
  configs: readonly AdapterConfig[],
  options: BuildOptions,
): Promise<ReadonlyMap<string, Adapter>> {
  const adapters = new Map<string, Adapter>();
  try {
    for (const adapter of options.others ?? []) add(adapters, adapter);
    for (const config of configs) {
      refuseDoubles(config.name, config.operations);
      add(adapters, await build(config, options));
    }
    return adapters;
  } catch (thrown) {
    await Promise.allSettled([...adapters.values()].map((adapter) => adapter.close()));
    throw thrown;
  }
}

async function build(config: AdapterConfig, { nowMs, resultSizeBytesMax }: BuildOptions): Promise<Adapter> {
  if (config.kind === "http") return httpAdapter({ config, nowMs, resultSizeBytesMax });
  if (config.kind === "command") return commandAdapter(config);
  const { name, module, operations } = config;
  const names = operations.map((operation) => operation.name);
  return functionAdapter({ name, operations, functions: await loadFunctions(module, names) });
}

function add(adapters: Map<string, Adapter>, adapter: Adapter): void {
  if (adapters.has(adapter.name))
    throw new HoldpointError("HP-GATEWAY-CONFIG", `there are two adapters ${adapter.name}`);
  adapters.set(adapter.name, adapter);
}

function refuseDoubles(adapter: string, operations: readonly { readonly name: string }[]): void {
  const names = operations.map(({ name }) => name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double === undefined) return;
  throw new HoldpointError("HP-GATEWAY-CONFIG", `adapter ${adapter} has two operations ${double}`);
}
