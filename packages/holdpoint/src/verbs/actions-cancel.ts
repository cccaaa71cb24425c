import { decide } from "../actions/decide.ts";
import type { ActionsDecideFlags } from "../commands/actions.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function actionsCancel(host: Host, flags: ActionsDecideFlags, id: string): Promise<Answer> {
  return decide(host, flags, (client) => client.cancel(id, flags.reason, { signal: host.signal }));
}
