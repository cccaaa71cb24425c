const HELP_ESCAPES = /[\\\n]/g;
const VALUE_ESCAPES = /[\\\n"]/g;

function escaped(sign: string): string {
  return sign === "\n" ? "\\n" : `\\${sign}`;
}

/** Comment lines of a family. */
export function headOf(name: string, help: string, type: string): string {
  return `# HELP ${name} ${help.toWellFormed().replace(HELP_ESCAPES, escaped)}\n# TYPE ${name} ${type}\n`;
}

/** `a="1",b="2"`, without the braces. */
export function labelsText(names: readonly string[], values: readonly string[]): string {
  return names.map((name, index) => `${name}="${(values[index] ?? "").replace(VALUE_ESCAPES, escaped)}"`).join(",");
}

/** A line of the exposition. */
export function sampleText(name: string, labels: string, value: number): string {
  return labels === "" ? `${name} ${numberText(value)}\n` : `${name}{${labels}} ${numberText(value)}\n`;
}

/** A number as Go's `ParseFloat` reads it. */
export function numberText(value: number): string {
  if (value === Infinity) return "+Inf";
  return value === -Infinity ? "-Inf" : String(value);
}
