import type { ExceptionsReviewFlags } from "../commands/coverage-exceptions.ts";
import { openException, reviewOf } from "../coverage/exceptions/events.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { readExceptions } from "../io/exceptions-ground.ts";
import { keepEvent, personOf } from "../io/exceptions-signing.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import type { Answer } from "../verb.ts";

export default async function exceptionsReview(host: Host, flags: ExceptionsReviewFlags, id: string): Promise<Answer> {
  const { governance, states } = await readExceptions(repositoryRoot(host.cwd), host.signal);
  const state = openException(states, id);
  const person = personOf(host.cwd, flags.key, governance);
  const review = reviewOf(state, flags, { by: person.name, nowMs: host.nowMs() });
  const file = keepEvent(host.cwd, review, person);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/coverage-exception-reviewed/v1", file, review }),
    text: () => `Written: ${file}\n${id} is next reviewed at ${review.nextReviewAt ?? ""}.`,
  };
}
