import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize, HoldpointError } from "@holdpoint/core";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Adapter, AdapterFailure, AdapterOutcome } from "../contract/adapter.ts";
import { failure, textOf } from "./failure.ts";

/** Checks of results, by adapter and operation. */
export type ResultContracts = ReadonlyMap<string, ReadonlyMap<string, ValidateFunction>>;

/** @throws HoldpointError `HP-GATEWAY-CONFIG` for a result schema that is none */
export function compileResultContracts(adapters: Iterable<Adapter>): ResultContracts {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: false,
    logger: false,
  });
  return new Map([...adapters].map((adapter) => [adapter.name, contractsOf(ajv, adapter)]));
}

function contractsOf(ajv: Ajv2020, adapter: Adapter): ReadonlyMap<string, ValidateFunction> {
  const contracts = new Map<string, ValidateFunction>();
  for (const { name, resultSchema } of adapter.operations.values()) {
    if (resultSchema !== null) contracts.set(name, compile(ajv, resultSchema, `${adapter.name}/${name}`));
  }
  return contracts;
}

function compile(ajv: Ajv2020, schema: JsonObject, where: string): ValidateFunction {
  try {
    return ajv.compile(schema);
  } catch (thrown) {
    const detail = `result_schema of ${where} is not a JSON Schema: ${textOf(thrown)}`;
    throw new HoldpointError("HP-GATEWAY-CONFIG", detail, {}, thrown);
  }
}

/**
 * The success itself when its result can be recorded, is small enough and fits the agreed schema; else the failure that
 * it is, with `sent` true: the effect may well have happened.
 */
export function checkResult(
  result: Json,
  sizeBytesMax: number,
  contract: ValidateFunction | undefined,
): AdapterOutcome {
  let sizeBytes: number;
  try {
    sizeBytes = Buffer.byteLength(canonicalize(result));
  } catch (thrown) {
    return drift(`the result is not JSON (${textOf(thrown)})`);
  }
  if (sizeBytes > sizeBytesMax) return tooLarge(`the result has ${sizeBytes} bytes, at most ${sizeBytesMax} are taken`);
  if (contract !== undefined && !contract(result)) {
    const [first] = contract.errors ?? [];
    return drift(`the result${first?.instancePath ?? ""} ${first?.message ?? "does not fit its schema"}`);
  }
  return { ok: true, result };
}

export function drift(message: string): AdapterFailure {
  return failure({
    failureClass: "execution_error",
    sent: true,
    code: "HP-ACTION-CONTRACT-DRIFT",
    message: `connector_contract_drift: ${message}`,
  });
}

export function tooLarge(message: string): AdapterFailure {
  return failure({ failureClass: "execution_error", sent: true, code: "HP-ACTION-RESULT-TOO-LARGE", message });
}
