import { displayWidth, head } from "./width.ts";

/** Breaks a text at spaces so that no line is wider than `columns`; a longer word is cut. At least one line. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (displayWidth(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (displayWidth(line) > columns) {
      const first = head(line, columns);
      if (first === "") break;
      lines.push(first);
      line = line.slice(first.length);
    }
  }
  lines.push(line);
  return lines;
}

/** Wrapped text behind a label; the following lines stand under the first. `label` must not be wider than `indent`. */
export function labelled(label: string, indent: number, text: string, columns: number): string[] {
  return wrap(text, Math.max(20, columns - indent)).map(
    (line, index) =>
      `${index === 0 ? label : ""}${" ".repeat(indent - (index === 0 ? displayWidth(label) : 0))}${line}`,
  );
}
