import type { CoverageConfig } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ExceptionStates, GovernanceExceptionEvent } from "@holdpoint/ledger";
import { exceptionStates } from "@holdpoint/ledger";
import type { ExceptionsSyncFlags } from "../commands/coverage-exceptions.ts";
import type { RegisterRow, RowState } from "../coverage/exceptions/columns.ts";
import { ROW_STATES, stateOf } from "../coverage/exceptions/columns.ts";
import { isWritten } from "../coverage/exceptions/compare-register.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { eventId, resolutionOf } from "../coverage/exceptions/events.ts";
import { lineDiff } from "../coverage/exceptions/line-diff.ts";
import { matchingFilesOrNone } from "../coverage/exceptions/matching-files.ts";
import { measure } from "../coverage/exceptions/measure.ts";
import { parseRegister } from "../coverage/exceptions/parse-register.ts";
import type { Measured } from "../coverage/exceptions/sync-rows.ts";
import { syncRows } from "../coverage/exceptions/sync-rows.ts";
import { NEW_REGISTER, writeRegister } from "../coverage/exceptions/write-register.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "../io/config-file.ts";
import { loadConfig } from "../io/config-file.ts";
import { coverageNow } from "../io/coverage-now.ts";
import type { RecordedExceptions } from "../io/exceptions-ground.ts";
import { readExceptions } from "../io/exceptions-ground.ts";
import { readRegister, writeRegisterFile } from "../io/exceptions-register.ts";
import type { Person } from "../io/exceptions-signing.ts";
import { keepEvent, personOf } from "../io/exceptions-signing.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function exceptionsSync(host: Host, flags: ExceptionsSyncFlags): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const coverage = coveragePart(loaded.config, loaded.file);
  const file = registerFile(coverage, loaded.file);
  const recorded = await readExceptions(loaded.root, host.signal);
  const person = flags.key === undefined ? null : personOf(host.cwd, flags.key, recorded.governance);
  const measured = flags.recordsOnly ? null : await measuredNow(host, loaded, coverage, recorded);
  const ends = person === null || measured === null ? [] : dueEnds(recorded, measured, person, host.nowMs());
  const states = statesWith(recorded, ends);
  const before = readRegister(loaded.root, file);
  const register = parseRegister(before ?? NEW_REGISTER, file);
  const rows = syncRows(register.rows, states.states, measured);
  // A formatter may have aligned the table: what says the same stays as it was written.
  const after = before !== null && isWritten(register, rows) ? before : writeRegister(register, rows);
  const diff = lineDiff(before ?? "", after);
  if (!flags.dryRun) {
    if (person !== null) for (const end of ends) keepEvent(host.cwd, end, person);
    if (after !== before) writeRegisterFile(loaded.root, file, after);
  }
  const { problems } = recorded;
  const counts = countRows(rows);
  return {
    exit: problems.length === 0 ? EXIT.pass : EXIT.hold,
    json: () => ({
      schema: "holdpoint/coverage-exceptions-sync/v1",
      file,
      dryRun: flags.dryRun,
      changed: after !== before,
      rows: counts,
      resolved: ends.map(({ exception, why, final }) => ({ id: exception, why, final })),
      proposals: rows.flatMap((row) =>
        stateOf(row) === "proposed" ? [{ id: row.id, path: row.cells.Path, metric: row.cells.Metric }] : [],
      ),
      problems,
      diff,
    }),
    text: () =>
      [
        ...(flags.dryRun ? diff : []),
        ...ends.map((end) => `${flags.dryRun ? "Would resolve" : "Resolved"}: ${end.exception} (${end.why ?? ""})`),
        ...problems.map((problem) => `NOT TRUSTED: ${problem.file}: ${problem.text}`),
        `${file}: ${told(after !== before, flags.dryRun)} (${countsText(counts)})`,
      ].join("\n"),
  };
}

function registerFile({ register }: CoverageConfig, file: string): string {
  if (register !== null) return register;
  throw new HoldpointError("HP-CONFIG-REFERENCE", "there is no `coverage.register` to write the register to", { file });
}

async function measuredNow(
  host: Host,
  loaded: LoadedConfig,
  coverage: CoverageConfig,
  { exceptions, tracked }: RecordedExceptions,
): Promise<Measured> {
  const { files, commit } = await coverageNow(host, loaded, coverage);
  const { components } = coverage;
  return measure({ files, components, exceptions, tracked, commit, nowMs: host.nowMs() });
}

/** Ends of the exceptions whose files reach their floor by themselves, or are gone. */
function dueEnds(
  { states, tracked }: RecordedExceptions,
  measured: Measured,
  { name }: Person,
  nowMs: number,
): GovernanceExceptionEvent[] {
  return states.states.flatMap((state) => {
    const { path, metric } = state.exception;
    const isGone = matchingFilesOrNone(path, tracked).length === 0;
    if (state.resolution !== null || !(isGone || measured.isReached(path, metric))) return [];
    const final = isGone ? null : measured.shareOf(path, metric);
    return [resolutionOf(state, { why: isGone ? "removed" : "reached", final }, { by: name, nowMs })];
  });
}

function statesWith({ governance }: RecordedExceptions, ends: readonly GovernanceExceptionEvent[]): ExceptionStates {
  const { exceptions, exceptionEvents } = governance;
  const more = ends.map((record) => ({ file: `exception-events/${eventId(record)}.dsse.json`, digest: "", record }));
  return exceptionStates({ exceptions, exceptionEvents: [...exceptionEvents, ...more] });
}

function countRows(rows: readonly RegisterRow[]): Record<RowState, number> {
  const counts = ROW_STATES.map((state) => [state, rows.filter((row) => stateOf(row) === state).length] as const);
  return Object.fromEntries(counts) as Record<RowState, number>;
}

function countsText(counts: Readonly<Record<RowState, number>>): string {
  const some = ROW_STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
  return some.length === 0 ? "no exception" : some.join(", ");
}

function told(isChanged: boolean, isDryRun: boolean): string {
  if (!isChanged) return "as it should be";
  return isDryRun ? "would change; nothing was written" : "written; commit it";
}
