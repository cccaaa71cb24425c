import { decide } from "../actions/decide.ts";
import type { ActionFlags } from "../commands/actions.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function actionsGet(host: Host, flags: ActionFlags, id: string): Promise<Answer> {
  return decide(host, flags, (client) => client.get(id, { signal: host.signal }));
}
