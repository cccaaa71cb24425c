import type { LedgerRecord } from "../record/record.ts";
import type { Ledger } from "../ledger.ts";

const PAGE_RECORDS = 50;

/** Records of a kind, the newest first, read page by page so that a caller may stop early. */
export function* newestFirst(ledger: Pick<Ledger, "find">, kind: string): Generator<LedgerRecord> {
  let before: number | undefined;
  for (;;) {
    const page = ledger.find({
      kind,
      order: "newest-first",
      limit: PAGE_RECORDS,
      ...(before === undefined ? {} : { before }),
    });
    yield* page;
    before = page.at(-1)?.seq;
    if (before === undefined) return;
  }
}
