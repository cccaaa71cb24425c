import type { Json, JsonObject } from "@holdpoint/core";

const PLACEHOLDER = /^\{([^{}]+)\}$/;
/** From here on the program takes nothing for an option. */
const END_OF_OPTIONS = "--";
/** Linux takes no longer argument. */
export const ARGUMENT_SIZE_BYTES_MAX: number = 128 * 1024 - 1;

/**
 * The program's arguments: `{name}` as a whole becomes that argument's text, everything else stays as it is. There is
 * no shell; that no text becomes an option is seen to here, because a program cannot tell who wrote a leading `-`.
 *
 * @returns the arguments, or why there are none
 * @example
 * commandLine(["git", "show", "--", "{path}"], { path: "-x" }); // ["show", "--", "-x"]
 */
export function commandLine(command: readonly string[], given: JsonObject): readonly string[] | string {
  const line: string[] = [];
  for (const word of command.slice(1)) {
    const name = PLACEHOLDER.exec(word)?.[1];
    const filled =
      name === undefined ? { text: word } : fill(name, Object.hasOwn(given, name) ? given[name] : undefined);
    if (typeof filled === "string") return filled;
    if (
      name !== undefined &&
      typeof given[name] === "string" &&
      isOption(filled.text) &&
      !line.includes(END_OF_OPTIONS)
    ) {
      return `${name} begins with "-", which the program would take for an option`;
    }
    line.push(filled.text);
  }
  return line;
}

function fill(name: string, value: Json | undefined): { readonly text: string } | string {
  if (value === undefined) return `${name} is missing`;
  if (typeof value === "object") return `${name} is neither a text nor a number nor a boolean`;
  const text = String(value);
  if (text.includes("\0") || !text.isWellFormed()) return `${name} has characters that no argument can have`;
  return Buffer.byteLength(text) > ARGUMENT_SIZE_BYTES_MAX ? `${name} is longer than an argument can be` : { text };
}

function isOption(text: string): boolean {
  return text.startsWith("-") && text !== "-";
}
