import type { LoadFilesConfig } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { LoadImport } from "../commands/load-import-flags.ts";
import { schemaTroubles } from "../config/validate.ts";
import { objectivesOf } from "./asked-report.ts";

/**
 * What results of another tool are held to, and what the command line says of how they were made.
 *
 * @throws HoldpointError `HP-USAGE` that names the flag
 */
export function askedImport({ slo = [], url, model, rate }: LoadImport): Pick<LoadFilesConfig, "objectives" | "made"> {
  const said = Object.fromEntries(Object.entries({ url, model, rate }).filter(([, value]) => value !== undefined));
  const load = [{ id: "load", files: ["a"], ...said }];
  const [first] = schemaTroubles(
    { version: 1, service: "a", profiles: { p: { gates: { candidate: {} } } }, load },
    "holdpoint",
  );
  if (first !== undefined) {
    const key = first.path.find((step) => Object.hasOwn(said, step)) ?? "url";
    throw new HoldpointError("HP-USAGE", `--${key} ${first.text.replace(/^\S+ /, "")}`);
  }
  const made = { url: url ?? null, model: model ?? null, ratePerS: rate ?? null };
  return { objectives: objectivesOf("slo", slo), made };
}
