import type { BudgetRow } from "../contract/guardian.ts";
import type { ActionRow, Change, ChangeRecord, KeyRow } from "../store/change.ts";

/** Between two cells. JSON escapes it, and no name that comes this far may hold it. */
const BETWEEN = "\u0000";
const NULL = "\u0001";
const NO = 0;
const YES = 1;

/**
 * Changes as one text. What crosses threads is copied value by value, and of objects every member's name is copied too:
 * one text costs a fraction of it.
 */
export function encodeChanges(changes: readonly Change[]): string {
  const cells: (string | number)[] = [changes.length];
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
  // A cell that holds the separator would shift all that follow it.
  return `${cells.length}${BETWEEN}${cells.join(BETWEEN)}`;
}

function pushAction(cells: (string | number)[], row: ActionRow | null): void {
  if (row === null) {
    cells.push(NO);
    return;
  }
  cells.push(
    YES,
    row.id,
    row.isNew ? YES : NO,
    row.state,
    row.actor,
    row.session ?? NULL,
    row.adapter,
    row.correlation,
  );
  cells.push(row.replayOf ?? NULL, row.failureClass ?? NULL, row.createdAtMs, row.updatedAtMs, row.arguments);
  cells.push(row.given, row.decision ?? NULL, row.body);
}

/** Throws `TypeError` for a text that is not what `encodeChanges` gives. */
export function decodeChanges(text: string): Change[] {
  const [count, ...cells] = text.split(BETWEEN);
  if (Number(count) !== cells.length) throw new TypeError(`${cells.length} cells, ${count} were sent`);
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
  readonly #cells: readonly string[];
  #at = 0;

  constructor(cells: readonly string[]) {
    this.#cells = cells;
  }

  text(): string {
    const cell = this.#cells[this.#at];
    if (cell === undefined) throw new TypeError("the cells end too early");
    this.#at += 1;
    return cell;
  }

  textOrNull(): string | null {
    const cell = this.text();
    return cell === NULL ? null : cell;
  }

  number(): number {
    const cell = this.text();
    const value = Number(cell);
    if (cell === "" || !Number.isSafeInteger(value)) throw new TypeError(`cell ${this.#at - 1} is no whole number`);
    return value;
  }

  flag(): boolean {
    return this.number() === YES;
  }

  end(): void {
    if (this.#at !== this.#cells.length) throw new TypeError(`${this.#cells.length - this.#at} cells are left over`);
  }
}
