import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS, sha256Hex } from "@holdpoint/core";
import type { ExceptionState } from "@holdpoint/ledger";
import type { RegisterRow } from "./columns.ts";
import { NO_CELLS, ROW_STATES, stateOf } from "./columns.ts";
import { finalText, recordCells, shareText } from "./record-row.ts";

/** More open rows without a decision are no list of exceptions but a floor that is wrong; the worst files are shown. */
export const PROPOSALS_MAX = 200;

/** Something below its floor that nobody has decided about. */
export interface Proposal {
  readonly path: string;
  readonly metric: CoverageMetric;
  readonly count: Count;
}

/** What the reports say now. */
export interface Measured {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Sum over the files that a path or glob fits; null when none is measured. */
  readonly shareOf: (path: string, metric: CoverageMetric) => Count | null;
  /** Whether an exception's files reach by themselves what is asked of them. */
  readonly isReached: (path: string, metric: CoverageMetric) => boolean;
  /** Worst first. */
  readonly proposals: readonly Proposal[];
}

/**
 * The rows as the records make them. No row ever goes: what is resolved or no longer needed stays with its final
 * numbers, and what no record says any more stays as `unsigned`. Without measurements `Now` and proposals stay as
 * they are, so that a register is current or not whatever the reports say.
 */
export function syncRows(
  rows: readonly RegisterRow[],
  states: readonly ExceptionState[],
  measured: Measured | null,
): RegisterRow[] {
  const known = new Set(states.map(({ exception }) => exception.id));
  const loose = rows.filter(({ id }) => !known.has(id));
  const taken = new Set<RegisterRow>();
  const recorded = states.map((state) => {
    const row = rows.find(({ id }) => id === state.exception.id);
    const proposal = row === undefined ? loose.find((one) => !taken.has(one) && isProposalOf(one, state)) : undefined;
    if (proposal !== undefined) taken.add(proposal);
    return recordRow(state, row ?? proposal, measured);
  });
  const left = loose.filter((row) => !taken.has(row)).map((row) => looseRow(row, measured));
  const room = PROPOSALS_MAX - left.filter((row) => stateOf(row) === "proposed").length;
  const fresh = (measured?.proposals ?? [])
    .filter((proposal) => !left.some((row) => stateOf(row) === "proposed" && isAbout(row, proposal)))
    .slice(0, Math.max(room, 0))
    .map((proposal) => proposalRow(proposal, rows));
  return [...recorded, ...left, ...fresh].sort(inOrder);
}

function recordRow(state: ExceptionState, before: RegisterRow | undefined, measured: Measured | null): RegisterRow {
  const { id, path, metric } = state.exception;
  const cells = recordCells(state);
  const isOpen = state.resolution === null;
  const now = isOpen ? nowText(path, metric, before?.cells.Now ?? "", measured) : "";
  return { id, cells: { ...cells, Now: now }, own: before?.own ?? {}, line: before?.line ?? null };
}

function nowText(path: string, metric: CoverageMetric, before: string, measured: Measured | null): string {
  if (measured === null) return before;
  const share = measured.shareOf(path, metric);
  if (share === null) return "not measured";
  return measured.isReached(path, metric) ? `${shareText(share)}, reached` : shareText(share);
}

/** A row that no record stands behind. */
function looseRow(row: RegisterRow, measured: Measured | null): RegisterRow {
  const state = stateOf(row);
  if (state === "lapsed") return row;
  if (state !== "proposed") return { ...row, cells: { ...row.cells, State: "unsigned" } };
  if (measured === null) return row;
  const proposal = measured.proposals.find((one) => isAbout(row, one));
  if (proposal !== undefined) return { ...row, cells: { ...row.cells, Now: shareText(proposal.count) } };
  const metric = COVERAGE_METRICS.find((one) => one === row.cells.Metric);
  const final = metric === undefined ? null : measured.shareOf(row.cells.Path, metric);
  const Final = finalText(final, "no longer needed", measured.at, null);
  return { ...row, cells: { ...row.cells, State: "lapsed", Now: "", Final } };
}

function proposalRow({ path, metric, count }: Proposal, rows: readonly RegisterRow[]): RegisterRow {
  const stem = `proposal-${sha256Hex(`${path}\0${metric}`).slice(0, ID_DIGITS)}`;
  let id = stem;
  for (let next = 2; rows.some((row) => row.id === id); next += 1) id = `${stem}-${next}`;
  const cells = { ...NO_CELLS, Id: id, State: "proposed", Path: path, Metric: metric, Now: shareText(count) };
  return { id, cells, own: {}, line: null };
}

const ID_DIGITS = 8;

function isAbout({ cells }: RegisterRow, { path, metric }: Pick<Proposal, "path" | "metric">): boolean {
  return cells.Path === path && cells.Metric === metric;
}

/** Whoever decides about what was proposed takes the row over, with what people wrote beside it. */
function isProposalOf(row: RegisterRow, { exception, resolution }: ExceptionState): boolean {
  return resolution === null && stateOf(row) === "proposed" && isAbout(row, exception);
}

/** What asks for something first, then by path and id: the same on every machine. */
function inOrder(a: RegisterRow, b: RegisterRow): number {
  return rank(a) - rank(b) || byText(a.cells.Path, b.cells.Path) || byText(a.id, b.id);
}

function rank(row: RegisterRow): number {
  const state = stateOf(row);
  return state === null ? 0 : ROW_STATES.indexOf(state);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
