import type { LoadFormatReader } from "../format.ts";
import { readAutocannon } from "./read.ts";

/** `autocannon --json`. */
export const autocannon: LoadFormatReader = {
  format: "autocannon",
  looksLike: (head) => /^\ufeff?\s*\{/.test(head) && /"sampleInt"\s*:/.test(head) && /"p97_5"\s*:/.test(head),
  read: readAutocannon,
};
