import type { ExceptionsListFlags } from "../commands/coverage-exceptions.ts";
import { dayOf, finalText, shareText } from "../coverage/exceptions/record-row.ts";
import type { Standing } from "../coverage/exceptions/standing.ts";
import { standingOf } from "../coverage/exceptions/standing.ts";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { readExceptions } from "../io/exceptions-ground.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import type { Answer } from "../verb.ts";

const SOUND: ReadonlySet<Standing> = new Set(["counts", "review due", "not committed", "resolved"]);

export default async function exceptionsList(host: Host, { all }: ExceptionsListFlags): Promise<Answer> {
  const { exceptions, problems } = await readExceptions(repositoryRoot(host.cwd), host.signal);
  const nowMs = host.nowMs();
  const listed = exceptions
    .map((exception) => ({ ...exception, state: standingOf(exception, nowMs) }))
    .filter(({ state }) => all || state !== "resolved");
  const rows = listed.map(({ state, id, path, metric, atDecision, resolved, ...one }) => [
    state,
    id,
    `${path} ${metric}`,
    resolved === null ? shareText(atDecision) : finalText(resolved.final, resolved.why, resolved.at, resolved.by),
    `until ${dayOf(one.expiresAt)}, review ${dayOf(one.nextReviewAt)}`,
    `${one.owner}, approved by ${one.approver}`,
    one.rationale,
  ]);
  const distrusted = problems.map(({ file, text }) => ["NOT TRUSTED", file, text]);
  const isSound = problems.length === 0 && listed.every(({ state }) => SOUND.has(state));
  return {
    exit: isSound ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: "holdpoint/coverage-exceptions/v1", exceptions: listed, problems }),
    text: () => [...table(rows), ...table(distrusted)].join("\n") || "There is no exception.",
  };
}
