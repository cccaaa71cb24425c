import type { TestFormatReader } from "../read-report.ts";
import { hasRoot } from "../xml/root-name.ts";
import { readTrx } from "./read.ts";

/** TRX of Visual Studio's runner. */
export const trx: TestFormatReader = { format: "trx", looksLike: hasRoot("TestRun"), read: readTrx };
