import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { openSimplecov } from "./read.ts";

export const simplecov: CoverageFormatReader = {
  format: "simplecov",
  looksLike: (head) =>
    headHas(
      head,
      ([first, second, third]) =>
        (first === "meta" && second === "simplecov_version") || (second === "coverage" && third !== undefined),
    ),
  open: openSimplecov,
};
