import type { LoadFormatReader } from "../format.ts";
import { readArtillery } from "./read.ts";

/** `artillery run --output`, of version 1 or 2. */
export const artillery: LoadFormatReader = {
  format: "artillery",
  looksLike: (head) =>
    /^\ufeff?\s*\{\s*"(?:aggregate|intermediate)"\s*:/.test(head) &&
    /"(?:counters|scenariosCreated|vusers\.created)"\s*:/.test(head),
  read: readArtillery,
};
