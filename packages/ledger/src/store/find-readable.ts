import { asBuffer, parseRecord } from "../record/read-record.ts";
import type { LedgerRecord } from "../record/record.ts";
import type { LedgerReader, RecordQuery } from "./ledger-store.ts";

/**
 * Finds records as far as they can be read, without holding them against their hashes: for looking at a log that may
 * be damaged, where `verifyLedger` says what is wrong with it.
 */
export function findReadable(reader: Pick<LedgerReader, "find">, query: RecordQuery): LedgerRecord[] {
  return reader.find(query).flatMap(({ bytes }) => (bytes === null ? [] : (parseRecord(asBuffer(bytes)) ?? [])));
}
