import { pathToFileURL } from "node:url";
import { HoldpointError } from "@holdpoint/core";
import type { ActionFunction } from "../adapters/function/function-adapter.ts";

/**
 * Loads the functions of a module: its default export maps operation names to functions.
 *
 * @param file absolute path; it runs with all rights of this process
 * @throws HoldpointError `HP-GATEWAY-CONFIG` when it cannot be loaded or an operation has no function
 */
export async function loadFunctions(
  file: string,
  operations: readonly string[],
): Promise<ReadonlyMap<string, ActionFunction>> {
  const exported = await importDefault(file);
  if (typeof exported !== "object" || exported === null) {
    throw new HoldpointError("HP-GATEWAY-CONFIG", "the default export maps no operations to functions", { file });
  }
  return new Map(operations.map((name) => [name, functionOf(exported, name, file)]));
}

async function importDefault(file: string): Promise<unknown> {
  try {
    const loaded = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
    return loaded.default;
  } catch (thrown) {
    const detail = `the module cannot be loaded: ${thrown instanceof Error ? thrown.message : "something was thrown"}`;
    throw new HoldpointError("HP-GATEWAY-CONFIG", detail, { file }, thrown);
  }
}

function functionOf(exported: object, name: string, file: string): ActionFunction {
  const found: unknown = Object.hasOwn(exported, name) ? (exported as Record<string, unknown>)[name] : undefined;
  if (typeof found === "function") return found as ActionFunction;
  throw new HoldpointError("HP-GATEWAY-CONFIG", `the default export has no function '${name}'`, { file });
}
