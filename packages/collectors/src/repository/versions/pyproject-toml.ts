import { readToml } from "../toml/read-toml.ts";

/** `project.version` (PEP 621), else `tool.poetry.version`; a dynamic version is none. */
export function readPyprojectToml(text: string, file: string): string | null {
  const toml = readToml(text, file);
  return toml.get("project", "version") ?? toml.get("tool", "poetry", "version");
}
