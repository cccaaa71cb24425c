import { connect } from "../actions/connect.ts";
import { letterText } from "../actions/replay-text.ts";
import type { DeadLetterFlags } from "../commands/dead-letters.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function deadLettersShow(host: Host, flags: DeadLetterFlags, id: string): Promise<Answer> {
  const letter = await connect(host, flags).deadLetters.get(id, { signal: host.signal });
  return { exit: EXIT.pass, json: () => letter, text: () => letterText(letter) };
}
