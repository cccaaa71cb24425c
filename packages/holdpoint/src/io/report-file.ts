import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { writeDurably } from "@holdpoint/ledger";

/** Makes the folder of a report and refuses a place where nothing can be written, before there is anything to lose. */
export function prepareReport(path: string): void {
  guard(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path) && statSync(path).isDirectory()) throw new Error("it is a folder");
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
  });
}

/** Writes a report where the caller asked for it. */
export function writeReport(path: string, text: string): void {
  prepareReport(path);
  guard(path, () => writeFileSync(path, text));
}

/** The same, but whoever reads the file meanwhile never sees half of it, and a crash leaves the old one. */
export function writeWhole(path: string, text: string): void {
  prepareReport(path);
  guard(path, () => writeDurably(path, text));
}

function guard(file: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new HoldpointError("HP-USAGE", `the report cannot be written: ${code ?? message}`, { file }, cause);
  }
}
