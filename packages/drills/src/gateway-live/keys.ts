import type { GatewayKey, GatewayLiveBody } from "@holdpoint/core";
import { idOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import type { Experiment } from "./terms.ts";

const ADAPTER = "keyed";
const KEY = "drill-key-1";
const AT_ONCE = 4;

/** One key several times at once, once more afterwards, and with another body. */
export async function tryKey({ house }: Experiment): Promise<Pick<GatewayLiveBody, "keys">> {
  const submit = async (): Promise<string> => idOf(await house.submit({ adapter: ADAPTER, key: KEY }));
  const ids = await Promise.all(Array.from({ length: AT_ONCE }, submit));
  await house.settled(ids[0] ?? "", ["SUCCEEDED"]);
  ids.push(await submit());
  const other = await house.submit({ adapter: ADAPTER, key: KEY, n: 2 });
  const key: GatewayKey = {
    key: KEY,
    submissions: ids.length,
    actions: new Set(ids).size,
    effects: house.upstream.effects(pathOf(ADAPTER)),
    otherBodyStatus: other.status,
    otherBodyCode: other.code,
  };
  return { keys: [key] };
}
