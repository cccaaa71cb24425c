import type { ResolutionReason } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ExceptionsResolveFlags } from "../commands/coverage-exceptions.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { openException, resolutionOf } from "../coverage/exceptions/events.ts";
import { matchingFilesOrNone } from "../coverage/exceptions/matching-files.ts";
import { measure } from "../coverage/exceptions/measure.ts";
import { finalText } from "../coverage/exceptions/record-row.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { coverageNow } from "../io/coverage-now.ts";
import { readExceptions } from "../io/exceptions-ground.ts";
import { keepEvent, personOf } from "../io/exceptions-signing.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function exceptionsResolve(
  host: Host,
  flags: ExceptionsResolveFlags,
  id: string,
): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const coverage = coveragePart(loaded.config, loaded.file);
  const recorded = await readExceptions(loaded.root, host.signal);
  const { governance, states, tracked } = recorded;
  const state = openException(states, id);
  const person = personOf(host.cwd, flags.key, governance);
  const { path, metric } = state.exception;
  const isGone = matchingFilesOrNone(path, tracked).length === 0;
  const nowMs = host.nowMs();
  const now = isGone
    ? null
    : measure({ ...recorded, ...coverage, ...(await coverageNow(host, loaded, coverage)), nowMs });
  const why = reasonOf(id, flags.why, isGone, now?.isReached(path, metric) ?? false);
  const resolution = resolutionOf(
    state,
    { why, final: now?.shareOf(path, metric) ?? null },
    { by: person.name, nowMs },
  );
  const file = keepEvent(host.cwd, resolution, person);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/coverage-exception-resolved/v1", file, resolution }),
    text: () =>
      [
        `Written: ${file}`,
        `${id}: ${finalText(resolution.final, why, resolution.at, person.name)}. Its row stays: ` +
          "holdpoint coverage exceptions sync",
      ].join("\n"),
  };
}

/** What is claimed must be so; what is so need not be said. */
function reasonOf(
  id: string,
  asked: ResolutionReason | undefined,
  isGone: boolean,
  isReached: boolean,
): ResolutionReason {
  const found = isGone ? "removed" : isReached ? "reached" : null;
  if (asked === "replaced" || asked === "withdrawn") return asked;
  if (found !== null && (asked === undefined || asked === found)) return found;
  const claim = asked ?? "reached or removed";
  throw new HoldpointError("HP-USAGE", `${id} is not ${claim}; say --why replaced or --why withdrawn to end it anyway`);
}
