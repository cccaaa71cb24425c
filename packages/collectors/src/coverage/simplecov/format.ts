import { buffered } from "../buffered.ts";
import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readSimplecov } from "./read.ts";

export const simplecov: CoverageFormatReader = buffered(
  "simplecov",
  (head) =>
    headHas(
      head,
      ([first, second, third]) =>
        (first === "meta" && second === "simplecov_version") || (second === "coverage" && third !== undefined),
    ),
  readSimplecov,
);
