import { unreachable } from "./errors.ts";
import type { GatewayAnswer } from "./transport.ts";

/** The JSON of an answer. @throws GatewayError `HP-GATEWAY-UNREACHABLE` for what no gateway answers */
export function jsonOf<Value>({ status, text }: GatewayAnswer): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreachable(`something that is no gateway answered with ${status}`, status, cause);
  }
  if (typeof value !== "object" || value === null) throw unreachable("the answer is not an object", status);
  return value as Value;
}

/** `?a=1&b=2` of the members that are there, or nothing. */
export function queryOf(members: object): string {
  const given = Object.entries(members as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return query === "" ? "" : `?${query}`;
}
