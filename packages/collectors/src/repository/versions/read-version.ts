import { HoldpointError } from "@holdpoint/core";
import { assertUtf8Text, withoutByteOrderMark } from "../../reading/utf8.ts";
import { readCargoToml } from "./cargo-toml.ts";
import { readGemspec } from "./gemspec.ts";
import { readGradle } from "./gradle.ts";
import { readGradleProperties } from "./gradle-properties.ts";
import { readJsonVersion } from "./json-version.ts";
import { readMsbuild } from "./msbuild.ts";
import { readPomXml } from "./pom-xml.ts";
import { readPyprojectToml } from "./pyproject-toml.ts";
import { readRubyVersion } from "./ruby-version.ts";
import { readVersionFile } from "./version-file.ts";

/** Reads the version that a manifest names; null when it names none. `file` stands in every error. */
export type VersionReader = (text: string, file: string) => string | null;

export const MANIFEST_SIZE_BYTES_MAX: number = 8 * 1024 * 1024;

const NO_VERSION: VersionReader = () => null;

/** By the last part of the path; the first that fits reads. */
const READERS: readonly (readonly [name: RegExp, reader: VersionReader])[] = [
  [/^(?:package|composer)\.json$/, readJsonVersion],
  [/^pyproject\.toml$/, readPyprojectToml],
  [/^Cargo\.toml$/, readCargoToml],
  [/^pom\.xml$/, readPomXml],
  [/^(?:.+\.(?:cs|fs|vb)proj|Directory\.Build\.props)$/, readMsbuild],
  [/^.+\.gradle(?:\.kts)?$/, readGradle],
  [/^gradle\.properties$/, readGradleProperties],
  [/^.+\.gemspec$/, readGemspec],
  [/^version\.rb$/, readRubyVersion],
  [/^VERSION(?:\.txt)?$/i, readVersionFile],
  [/^(?:go\.mod|Gemfile)$/, NO_VERSION],
];

/**
 * The version that a manifest names, chosen by the file's name.
 *
 * @throws HoldpointError `HP-REPO-MANIFEST` for a kind of file that is not read, `HP-READ-*` with the position for
 * one that breaks its grammar
 * @example
 * readVersion(Buffer.from('{"version":"1.2.3"}'), "web/package.json"); // "1.2.3"
 */
export function readVersion(bytes: Uint8Array, file: string): string | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const reader = READERS.find(([fits]) => fits.test(name))?.[1];
  if (reader === undefined) {
    throw new HoldpointError("HP-REPO-MANIFEST", `nothing reads a version from a file called "${name}"`, { file });
  }
  if (bytes.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the manifest has 0 bytes", { file });
  if (bytes.length > MANIFEST_SIZE_BYTES_MAX) {
    throw new HoldpointError(
      "HP-READ-TOO-LARGE",
      `${bytes.length} bytes, at most ${MANIFEST_SIZE_BYTES_MAX} are read`,
      { file },
    );
  }
  assertUtf8Text(bytes, file);
  const text = new TextDecoder().decode(withoutByteOrderMark(bytes));
  const version = reader(text, file);
  if (version?.trim() === "") throw new HoldpointError("HP-READ-SYNTAX", "the version is an empty text", { file });
  return version;
}
