const HELP_ESCAPES = /[\\\n]/g;
const VALUE_ESCAPES = /[\\\n"]/g;
/** There is no escape for it, and at the end of a line it is taken for part of the line's end. */
const CARRIAGE_RETURN = /\r/g;

function escaped(sign: string): string {
  return sign === "\n" ? "\\n" : `\\${sign}`;
}

function onePiece(help: string): string {
  return help.toWellFormed().replace(CARRIAGE_RETURN, " ");
}

/** Comment lines of a family in OpenMetrics, where quotation marks are escaped too. */
export function openHeadOf(name: string, help: string, type: string, unit: string | null): string {
  const said = onePiece(help).replace(VALUE_ESCAPES, escaped);
  const measured = unit === null ? "" : `# UNIT ${name} ${unit}\n`;
  return `# TYPE ${name} ${type}\n${measured}# HELP ${name} ${said}\n`;
}

/** Comment lines of a family. */
export function headOf(name: string, help: string, type: string): string {
  return `# HELP ${name} ${onePiece(help).replace(HELP_ESCAPES, escaped)}\n# TYPE ${name} ${type}\n`;
}

/** `a="1",b="2"`, without the braces. */
export function labelsText(names: readonly string[], values: readonly string[]): string {
  return names.map((name, index) => `${name}="${(values[index] ?? "").replace(VALUE_ESCAPES, escaped)}"`).join(",");
}

/** A line of the exposition. @param behind an exemplar */
export function sampleText(name: string, labels: string, value: number, behind: string = ""): string {
  const series = labels === "" ? name : `${name}{${labels}}`;
  return `${series} ${numberText(value)}${behind}\n`;
}

/** A bound as OpenMetrics writes it in labels: `1.0`, `0.5`, `1e-07`. */
export function canonicalText(value: number): string {
  const text = numberText(value);
  if (/^-?\d+$/.test(text)) return `${text}.0`;
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

/** A number as Go's `ParseFloat` reads it. */
export function numberText(value: number): string {
  if (value === Infinity) return "+Inf";
  return value === -Infinity ? "-Inf" : String(value);
}
