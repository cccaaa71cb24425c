import type { BudgetRow } from "../contract/guardian.ts";
import type { ActionRow, Change, ChangeRecord, KeyRow } from "../store/change.ts";

export type Cell = string | number | null;

const NO = 0;
const YES = 1;

/**
 * Changes as one flat list of cells. What crosses threads is copied value by value, and of objects every member's name
 * is copied too: flat costs a third.
 */
export function encodeChanges(changes: readonly Change[]): Cell[] {
  const cells: Cell[] = [changes.length];
  for (const change of changes) {
    cells.push(change.verdict, change.signedSingly ? YES : NO, change.receipt, change.isProvisional ? YES : NO);
    cells.push(change.records.length);
    for (const { kind, run, text } of change.records) cells.push(kind, run, text);
    pushAction(cells, change.action);
    if (change.key === null) cells.push(NO);
    else cells.push(YES, change.key.actor, change.key.key, change.key.fingerprint);
    cells.push(change.budgets.length);
    for (const { budget, key, windowStartMs, reserved, committed } of change.budgets) {
      cells.push(budget, key, windowStartMs, reserved, committed);
    }
    cells.push(change.states.length);
    for (const [name, json] of change.states) cells.push(name, json);
  }
  return cells;
}

function pushAction(cells: Cell[], row: ActionRow | null): void {
  if (row === null) {
    cells.push(NO);
    return;
  }
  cells.push(YES, row.id, row.isNew ? YES : NO, row.state, row.actor, row.session, row.adapter, row.correlation);
  cells.push(row.replayOf, row.failureClass, row.createdAtMs, row.updatedAtMs, row.arguments);
  cells.push(row.given, row.decision, row.body);
}

/** Throws `TypeError` for cells that are not what `encodeChanges` gives. */
export function decodeChanges(cells: readonly Cell[]): Change[] {
  const reader = new CellReader(cells);
  const changes = list(reader, readChange);
  reader.end();
  return changes;
}

function readChange(reader: CellReader): Change {
  return {
    verdict: reader.number(),
    signedSingly: reader.flag(),
    receipt: reader.number(),
    isProvisional: reader.flag(),
    records: list(reader, readRecord),
    action: reader.flag() ? readAction(reader) : null,
    key: reader.flag() ? readKey(reader) : null,
    budgets: list(reader, readBudget),
    states: list(reader, (one): readonly [string, string] => [one.text(), one.text()]),
  };
}

function readRecord(reader: CellReader): ChangeRecord {
  return { kind: reader.text(), run: reader.text(), text: reader.text() };
}

function readAction(reader: CellReader): ActionRow {
  return {
    id: reader.text(),
    isNew: reader.flag(),
    state: reader.text(),
    actor: reader.text(),
    session: reader.textOrNull(),
    adapter: reader.text(),
    correlation: reader.text(),
    replayOf: reader.textOrNull(),
    failureClass: reader.textOrNull(),
    createdAtMs: reader.number(),
    updatedAtMs: reader.number(),
    arguments: reader.text(),
    given: reader.text(),
    decision: reader.textOrNull(),
    body: reader.text(),
  };
}

function readKey(reader: CellReader): KeyRow {
  return { actor: reader.text(), key: reader.text(), fingerprint: reader.text() };
}

function readBudget(reader: CellReader): BudgetRow {
  return {
    budget: reader.text(),
    key: reader.text(),
    windowStartMs: reader.number(),
    reserved: reader.number(),
    committed: reader.number(),
  };
}

function list<T>(reader: CellReader, read: (reader: CellReader) => T): T[] {
  const items: T[] = [];
  for (let left = reader.number(); left > 0; left -= 1) items.push(read(reader));
  return items;
}

class CellReader {
  readonly #cells: readonly Cell[];
  #at = 0;

  constructor(cells: readonly Cell[]) {
    this.#cells = cells;
  }

  text(): string {
    const cell = this.#next();
    if (typeof cell !== "string") throw new TypeError(`cell ${this.#at - 1} is no text`);
    return cell;
  }

  textOrNull(): string | null {
    const cell = this.#next();
    if (typeof cell === "number") throw new TypeError(`cell ${this.#at - 1} is no text`);
    return cell;
  }

  number(): number {
    const cell = this.#next();
    if (typeof cell !== "number") throw new TypeError(`cell ${this.#at - 1} is no number`);
    return cell;
  }

  flag(): boolean {
    return this.number() === YES;
  }

  end(): void {
    if (this.#at !== this.#cells.length) throw new TypeError(`${this.#cells.length - this.#at} cells are left over`);
  }

  #next(): Cell {
    const cell = this.#cells[this.#at];
    if (cell === undefined) throw new TypeError("the cells end too early");
    this.#at += 1;
    return cell;
  }
}
