import { readToml } from "../toml/read-toml.ts";

/** `package.version`, else the `workspace.package.version` that members inherit. */
export function readCargoToml(text: string, file: string): string | null {
  const toml = readToml(text, file);
  return toml.get("package", "version") ?? toml.get("workspace", "package", "version");
}
