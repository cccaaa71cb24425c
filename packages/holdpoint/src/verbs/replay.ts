import type { Replay } from "@holdpoint/release";
import { replayRun } from "@holdpoint/release";
import { EXIT } from "../exit-codes.ts";
import { indented } from "../format/table.ts";
import type { Host } from "../host.ts";
import { findRun } from "../io/find-run.ts";
import { GATES } from "../registry.ts";
import type { Answer, CommonFlags } from "../verb.ts";

export const REPLAY_SCHEMA = "holdpoint/replay/v1";

export default async function replay(host: Host, _flags: CommonFlags, run?: string): Promise<Answer> {
  const replayed = replayRun(findRun(host.cwd, run), GATES);
  const { same, differences, changedGates, judgement } = replayed;
  return {
    exit: same ? EXIT.pass : EXIT.hold,
    json: () => ({
      schema: REPLAY_SCHEMA,
      run: judgement.run,
      same,
      differences,
      changedGates,
      verdict: judgement.verdict,
    }),
    text: () => replayText(replayed),
  };
}

function replayText({ same, differences, changedGates, judgement }: Replay): string {
  if (same) return `Run ${judgement.run} judged again: ${judgement.verdict}, the same bytes.`;
  const gates =
    changedGates.length === 0 ? [] : [`Gates that are no longer the ones that judged: ${changedGates.join(", ")}`];
  return [
    `Run ${judgement.run} judged again: ${judgement.verdict}, but it differs at`,
    ...indented(differences),
    ...gates,
  ].join("\n");
}
