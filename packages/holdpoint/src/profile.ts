import type { ProfileConfig } from "@holdpoint/core";
import { didYouMean, HoldpointError } from "@holdpoint/core";
import type { LoadedConfig } from "./io/config-file.ts";

/** The profile of that name; @throws HoldpointError `HP-CONFIG-REFERENCE` with those that there are. */
export function profileOf({ config, file }: LoadedConfig, name: string): ProfileConfig {
  const profile = Object.hasOwn(config.profiles, name) ? config.profiles[name] : undefined;
  if (profile !== undefined) return profile;
  const known = Object.keys(config.profiles);
  const text = `there is no profile "${name}"${didYouMean(name, known)} (there is ${known.join(", ")})`;
  throw new HoldpointError("HP-CONFIG-REFERENCE", text, { file });
}
