import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { ledgerError, withSqliteErrors } from "./sqlite-errors.ts";

const sqlite = (errcode: number): Error =>
  Object.assign(new Error("from SQLite"), { code: "ERR_SQLITE_ERROR", errcode });
const system = (code: string): Error => Object.assign(new Error("from the system"), { code, syscall: "open" });

function codeOf(thrown: unknown): string {
  const error = ledgerError("ledger.db", thrown);
  return isHoldpointError(error) ? error.code : "left as it is";
}

test("each cause has its own registered code", () => {
  const cases: readonly (readonly [Error, string])[] = [
    [sqlite(5), "HP-LEDGER-BUSY"],
    [sqlite(5 + 256), "HP-LEDGER-BUSY"],
    [sqlite(6), "HP-LEDGER-BUSY"],
    [sqlite(11), "HP-LEDGER-CORRUPT"],
    [sqlite(11 + 512), "HP-LEDGER-CORRUPT"],
    [sqlite(13), "HP-LEDGER-FULL"],
    [sqlite(14), "HP-LEDGER-OPEN"],
    [sqlite(26), "HP-LEDGER-OPEN"],
    [sqlite(8), "HP-LEDGER-OPEN"],
    [system("ENOSPC"), "HP-LEDGER-FULL"],
    [system("EDQUOT"), "HP-LEDGER-FULL"],
    [system("EACCES"), "HP-LEDGER-OPEN"],
    [Object.assign(new RangeError("too large"), { code: "ERR_OUT_OF_RANGE" }), "HP-LEDGER-CORRUPT"],
    [new TypeError("a defect of ours"), "left as it is"],
  ];
  for (const [error, code] of cases) assert.equal(codeOf(error), code, `${error.message} ${code}`);
});

test("the error names the file and keeps its cause; a registered one passes through", () => {
  const cause = sqlite(13);
  const error = ledgerError("some/ledger.db", cause);
  assert.ok(isHoldpointError(error));
  assert.deepEqual([error.place.file, error.cause, error.message], ["some/ledger.db", cause, "from SQLite"]);
  const own = new HoldpointError("HP-KEY-MISSING", "gone");
  assert.equal(ledgerError("x", own), own);
});

test("work that goes well is left alone", () => {
  assert.equal(
    withSqliteErrors("x", () => 7),
    7,
  );
  assert.throws(
    () =>
      withSqliteErrors("x", () => {
        throw sqlite(5);
      }),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-BUSY",
  );
});
