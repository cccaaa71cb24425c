import type { LoadFormatReader } from "../format.ts";
import { readK6Summary } from "./summary.ts";

const FIRST = /^\ufeff?\s*\{\s*"(?:metrics|root_group|options|state|setup_data)"\s*:/;

/** k6 `--summary-export`, and what `handleSummary` is given, written as JSON. */
export const k6Summary: LoadFormatReader = {
  format: "k6-summary",
  looksLike: (head) => FIRST.test(head) && /"(?:http_reqs|iterations|http_req_duration|data_sent)"\s*:/.test(head),
  read: readK6Summary,
};
