import { problemOf } from "@holdpoint/core";
import type { Probed } from "../../probe.ts";
import { bad, good } from "../../probe.ts";
import { GATES } from "../../registry.ts";
import { loadConfig } from "../config-file.ts";

export function probeConfig(cwd: string, given: string | undefined): Probed {
  try {
    const { file, config } = loadConfig(cwd, given, GATES);
    const profiles = Object.keys(config.profiles).join(", ");
    return good("config", `${file}: service ${config.service}, profiles ${profiles}`);
  } catch (error) {
    const { file, line, column, detail, hint } = problemOf(error);
    const place = [file, line, column].filter((part) => part !== undefined).join(":");
    return bad("config", `${place}: ${detail}`, hint);
  }
}
