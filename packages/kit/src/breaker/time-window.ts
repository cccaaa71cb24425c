import type { OutcomeTotals, OutcomeWindow } from "./outcome-window.ts";

const PARTS = 10;

interface Part {
  /** Number of the part of time since zero; -1 before anything was counted in it. */
  epoch: number;
  calls: number;
  failures: number;
  slow: number;
}

/** The calls of the last so many milliseconds, counted in ten parts that are used in turn. */
export class TimeWindow implements OutcomeWindow {
  readonly #partMs: number;
  readonly #parts: readonly Part[];
  /** What is added to an instant, so that a saved window goes on in the middle of its youngest part. */
  #offsetMs = 0;

  constructor(windowMs: number) {
    this.#partMs = Math.ceil(windowMs / PARTS);
    this.#parts = Array.from({ length: PARTS }, () => ({ epoch: -1, calls: 0, failures: 0, slow: 0 }));
  }

  record(failed: boolean, slow: boolean, atMs: number): void {
    const part = this.#partAt(this.#epochAt(atMs));
    part.calls += 1;
    if (failed) part.failures += 1;
    if (slow) part.slow += 1;
  }

  totals(atMs: number): OutcomeTotals {
    const epoch = this.#epochAt(atMs);
    const totals = { calls: 0, failures: 0, slow: 0 };
    for (const part of this.#parts) {
      if (part.epoch < 0 || epoch - part.epoch >= PARTS) continue;
      totals.calls += part.calls;
      totals.failures += part.failures;
      totals.slow += part.slow;
    }
    return totals;
  }

  clear(): void {
    for (const part of this.#parts) part.epoch = -1;
  }

  /** How far the youngest part has come, and rows of age in parts, calls, failures, slow; youngest first. */
  save(atMs: number): SavedTimeWindow {
    const epoch = this.#epochAt(atMs);
    const rows = this.#parts
      .filter((part) => part.epoch >= 0 && epoch - part.epoch < PARTS)
      .map((part): Row => [epoch - part.epoch, part.calls, part.failures, part.slow])
      .sort(([a], [b]) => a - b);
    return { phase_ms: (atMs + this.#offsetMs) % this.#partMs, rows };
  }

  load(saved: unknown, atMs: number, passedMs: number): boolean {
    this.clear();
    if (!isSaved(saved, this.#partMs)) return false;
    // At the snapshot it was part number PARTS, so that the older ones have numbers above zero.
    this.#offsetMs = PARTS * this.#partMs + saved.phase_ms + passedMs - atMs;
    for (const [age, calls, failures, slow] of saved.rows) {
      Object.assign(this.#partAt(PARTS - age), { calls, failures, slow });
    }
    return true;
  }

  #epochAt(atMs: number): number {
    return Math.floor((atMs + this.#offsetMs) / this.#partMs);
  }

  #partAt(epoch: number): Part {
    const part = this.#parts[epoch % PARTS] as Part;
    if (part.epoch !== epoch) Object.assign(part, { epoch, calls: 0, failures: 0, slow: 0 });
    return part;
  }
}

type SavedTimeWindow = { readonly phase_ms: number; readonly rows: readonly Row[] };

type Row = readonly [age: number, calls: number, failures: number, slow: number];

function isSaved(value: unknown, partMs: number): value is SavedTimeWindow {
  if (typeof value !== "object" || value === null) return false;
  const { phase_ms: phaseMs, rows } = value as SavedTimeWindow;
  if (!Number.isSafeInteger(phaseMs) || phaseMs < 0 || phaseMs >= partMs) return false;
  return Array.isArray(rows) && rows.every(isRow) && new Set(rows.map(([age]) => age)).size === rows.length;
}

function isRow(value: unknown): value is Row {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const sound = value.every((cell) => Number.isSafeInteger(cell) && cell >= 0);
  const [age, calls, failures, slow] = value as unknown as Row;
  return sound && age < PARTS && failures <= calls && slow <= calls;
}
