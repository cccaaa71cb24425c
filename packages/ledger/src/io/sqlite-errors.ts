import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";

/** Primary result codes of SQLite that mean something to a person; everything else is HP-LEDGER-OPEN. */
const CODES: Readonly<Record<number, ErrorCode>> = {
  5: "HP-LEDGER-BUSY",
  6: "HP-LEDGER-BUSY",
  11: "HP-LEDGER-CORRUPT",
  13: "HP-LEDGER-FULL",
};

/** Runs something that talks to SQLite or the disk; its errors become registered ones that name the file. */
export function withSqliteErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw ledgerError(file, thrown);
  }
}

/** The registered error for one of SQLite, Node's binding to it, or the system; anything else stays what it is. */
export function ledgerError(file: string, thrown: unknown): unknown {
  if (isHoldpointError(thrown)) return thrown;
  const { errcode, code, message, syscall } = thrown as NodeJS.ErrnoException & { readonly errcode?: number };
  const registered = registeredCode(code ?? "", errcode ?? 0, syscall);
  return registered === null ? thrown : new HoldpointError(registered, message, { file }, thrown);
}

function registeredCode(code: string, errcode: number, syscall: string | undefined): ErrorCode | null {
  if (code === "ERR_SQLITE_ERROR") return CODES[errcode & 0xff] ?? "HP-LEDGER-OPEN";
  // A number that no ledger of ours can hold.
  if (code === "ERR_OUT_OF_RANGE") return "HP-LEDGER-CORRUPT";
  if (syscall === undefined) return null;
  return code === "ENOSPC" || code === "EDQUOT" ? "HP-LEDGER-FULL" : "HP-LEDGER-OPEN";
}
