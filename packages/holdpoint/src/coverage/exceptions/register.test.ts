import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { proposalsOf, registerDifference } from "./compare-register.ts";
import { COLUMNS } from "./columns.ts";
import { BEGIN_MARK, END_MARK, parseRegister } from "./parse-register.ts";
import { syncRows } from "./sync-rows.ts";
import { openState, resolvedState } from "./testing-register.ts";
import { NEW_REGISTER, writeRegister } from "./write-register.ts";

const FILE = "docs/exceptions.md";
const read = (text: string): ReturnType<typeof parseRegister> => parseRegister(text, FILE);

/** The register as sync leaves it. */
function synced(text: string, ...states: Parameters<typeof syncRows>[1]): string {
  const register = read(text);
  return writeRegister(register, syncRows(register.rows, states, null));
}

const table = (...lines: readonly string[]): string => [BEGIN_MARK, ...lines, END_MARK, ""].join("\n");

test("a register is made, says what the record says, and is current", () => {
  const text = synced(NEW_REGISTER, openState());
  assert.ok(text.startsWith("# Coverage exceptions\n"));
  const [row] = read(text).rows;
  assert.deepEqual(row?.cells, {
    Id: "cov-20260102-0a1b2c3d",
    State: "open",
    Path: "src/a.ts",
    Metric: "lines",
    Type: "platform",
    "At decision": "50.00% (1 of 2)",
    Now: "",
    Owner: "Ben",
    Approver: "Ana",
    Rationale: "runs on another system | only",
    Mitigation: "tried by hand",
    Decided: "2026-01-02",
    Expires: "2027-01-01",
    "Next review": "2026-06-01",
    Final: "",
  });
  assert.equal(registerDifference(read(text), [openState()]), null);
  assert.equal(synced(text, openState()), text, "again changes nothing");
});

test("what is resolved stays, with its final numbers", () => {
  const text = synced(synced(NEW_REGISTER, openState()), resolvedState());
  const [row] = read(text).rows;
  assert.deepEqual(
    [row?.cells.State, row?.cells.Final, row?.cells["Next review"]],
    ["resolved", "96.00% (24 of 25), reached 2026-07-01 by Ben", ""],
  );
  const gone = synced(NEW_REGISTER, resolvedState({ why: "removed", final: null }));
  assert.match(gone, /not measured any more, removed 2026-07-01 by Ben/);
});

test("hand-written columns, other text and a formatter's padding survive", () => {
  const text = synced(NEW_REGISTER, openState()).replace(/^\| (Id|---|cov-).*$/gm, (line, first: string) => {
    const own = first === "Id" ? "Ticket |  Notes" : first === "---" ? ":--: | ---" : "[T-1](x\\|y) | *soon*";
    return `${line.replaceAll(" | ", "   |  ")} ${own} |`;
  });
  assert.equal(registerDifference(read(text), [openState()]), null);
  const other = openState({ id: "cov-2", path: "lib/b.ts" });
  const after = synced(`above\r\n${text}below`, openState(), other);
  assert.ok(after.startsWith("above\r\n# Coverage") && after.endsWith(`${END_MARK}\nbelow`), after);
  assert.match(after, /\| Ticket \| Notes \|/);
  assert.match(after, /\| :--: \| --- \|/);
  assert.match(after, /\| \[T-1\]\(x\\\|y\) \| \*soon\* \|/);
  assert.deepEqual(
    read(after).rows.map(({ id, own }) => [id, own["Ticket"]]),
    [
      ["cov-2", ""],
      ["cov-20260102-0a1b2c3d", "[T-1](x\\|y)"],
    ],
  );
});

test("a file without the marks gets its table at the end", () => {
  for (const [text, start] of [
    ["", BEGIN_MARK],
    ["text", `text\n\n${BEGIN_MARK}`],
    ["text\n", `text\n\n${BEGIN_MARK}`],
  ] as const) {
    assert.ok(synced(text, openState()).startsWith(start), JSON.stringify(synced(text)));
    assert.match(registerDifference(read(text), [])?.text ?? "", /marks/);
  }
});

const CURRENT = synced(NEW_REGISTER, openState());
const DIFFERENT: readonly (readonly [string, string, RegExp])[] = [
  ["an owner typed over", CURRENT.replace("| Ben |", "| Eve |"), /Owner is "Eve", the records say "Ben"/],
  ["a later end typed over", CURRENT.replace("2027-01-01", "2029-01-01"), /Expires is "2029-01-01"/],
  ["a state typed over", CURRENT.replace("| open |", "| resolved |"), /State is "resolved"/],
  ["a row taken out", CURRENT.replace(/^\| cov-.*\n/m, ""), /the row of cov-20260102-0a1b2c3d is missing/],
  ["a row made up", CURRENT.replace(/^\| cov-(.*)$/m, "$&\n| made-up$1"), /the records say "unsigned"/],
  ["a column taken out", synced(NEW_REGISTER).replaceAll(/^\| Id \| State/gm, "| Id | Status"), /State is missing/],
];

for (const [what, text, says] of DIFFERENT) {
  test(`${what} is noticed and mended`, () => {
    assert.notEqual(text, CURRENT);
    assert.match(registerDifference(read(text), [openState()])?.text ?? "nothing", says);
    const mended = synced(text, openState());
    assert.equal(registerDifference(read(mended), [openState()]), null);
  });
}

test("the line of a difference is told", () => {
  const line = CURRENT.split("\n").findIndex((one) => one.startsWith("| cov-")) + 1;
  const difference = registerDifference(read(CURRENT.replace("| Ben |", "| Eve |")), [openState()]);
  assert.equal(difference?.line, line);
});

test("a row whose record is gone stays and is shown as unsigned", () => {
  const text = synced(CURRENT);
  assert.deepEqual(
    read(text).rows.map(({ cells }) => [cells.State, cells.Owner]),
    [["unsigned", "Ben"]],
  );
  assert.deepEqual(
    proposalsOf(read(text).rows, []).map(({ id, path }) => [id, path]),
    [["cov-20260102-0a1b2c3d", "src/a.ts"]],
  );
  assert.deepEqual(proposalsOf(read(CURRENT).rows, [openState()]), []);
  assert.equal(proposalsOf(read(CURRENT).rows, []).length, 1, "whatever its state says");
});

const HEADER = "| Id | Path |";
const REFUSED: readonly (readonly [string, string, number, RegExp])[] = [
  ["a merge conflict", `a\n<<<<<<< HEAD\n${CURRENT}`, 2, /merge conflict/],
  ["no end", `x\n${BEGIN_MARK}\n`, 2, /no .*end/],
  ["no beginning", `x\n${END_MARK}\n`, 2, /no .*begin/],
  ["the end first", `${END_MARK}\n${BEGIN_MARK}\n`, 2, /no .*end/],
  ["two beginnings", `${BEGIN_MARK}\n${table()}`, 2, /twice/],
  ["text between the marks", table(HEADER, "| --- | --- |", "", "a note"), 5, /more than a table/],
  ["a row cut off", table(HEADER, "| --- | --- |", "| a | b"), 4, /more than a table/],
  ["no dashes", table(HEADER, "| a | b |"), 3, /dashes/],
  ["a header alone", table(HEADER), 3, /dashes/],
  ["too few cells", table(HEADER, "| --- | --- |", "| a |"), 4, /1 cells and the header 2/],
  ["too many cells", table(HEADER, "| --- | --- |", "| a | b | c |"), 4, /3 cells/],
  ["an id twice", table(HEADER, "| --- | --- |", "| a | b |", "| a | c |"), 5, /"a" is there twice/],
  ["no id", table(HEADER, "| --- | --- |", "|  | b |"), 4, /no id/],
  ["a column twice", table("| Id | Path | path |", "| --- | --- | --- |"), 2, /column "Path" is there twice/],
  ["no column Id", table("| Path |", "| --- |"), 2, /no column Id/],
];

for (const [what, text, line, says] of REFUSED) {
  test(`${what} is refused with its line`, () => {
    assert.throws(
      () => read(text),
      (thrown: unknown) => {
        const { code, place, message } = thrown as { code: string; place: object; message: string };
        assert.deepEqual([code, place], ["HP-GOVERNANCE-REGISTER", { file: FILE, line, column: 1 }]);
        assert.match(message, says);
        return true;
      },
    );
  });
}

test("lines of Windows stay lines of Windows", () => {
  const text = CURRENT.replaceAll("\n", "\r\n");
  assert.equal(registerDifference(read(text), [openState()]), null);
  assert.equal(synced(text, openState()), text);
});

test("whatever stands around and beside the table comes back byte for byte", () => {
  const plain = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r\n", "|", "#", "-") });
  const cell = fc.string({ unit: fc.constantFrom("a", "b", "*", "\\|", "&", " ") }).map((text) => text.trim());
  fc.assert(
    fc.property(plain, plain, cell, (before, after, own) => {
      const row = read(CURRENT).rows[0];
      assert.ok(row !== undefined);
      const register = { ...read(CURRENT), before: `${before}\n${BEGIN_MARK}\n`, after: `${END_MARK}\n${after}` };
      const withOwn = { ...register, own: [{ name: "Note", dashes: "---" }] };
      const text = writeRegister(withOwn, [{ ...row, own: { Note: own } }]);
      const again = read(text);
      assert.deepEqual([again.before, again.after], [register.before, register.after]);
      assert.deepEqual(again.rows[0]?.own, { Note: own });
      assert.equal(registerDifference(again, [openState()]), null);
      assert.deepEqual([...again.columns], [...COLUMNS]);
    }),
  );
});
