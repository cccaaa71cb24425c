import { connect } from "../actions/connect.ts";
import { runText } from "../actions/replay-text.ts";
import type { DeadLetterFlags } from "../commands/dead-letters.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function deadLettersStatus(host: Host, flags: DeadLetterFlags, id: string): Promise<Answer> {
  const run = await connect(host, flags).deadLetters.status(id, { signal: host.signal });
  return { exit: EXIT.pass, json: () => run, text: () => runText(run) };
}
