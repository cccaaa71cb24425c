import type { ActionWire, GatewayClient } from "@holdpoint/gateway/client";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";
import { actionText } from "./action-text.ts";
import type { ConnectionFlags } from "./connect.ts";
import { connect } from "./connect.ts";

/** Does one thing to an action and shows what it is then. */
export async function decide(
  host: Host,
  flags: ConnectionFlags,
  act: (client: GatewayClient) => Promise<ActionWire>,
): Promise<Answer> {
  const action = await act(connect(host, flags));
  return { exit: EXIT.pass, json: () => action, text: () => actionText(action) };
}
