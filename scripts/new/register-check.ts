/**
 * Text of a gate's file with one more check: its import after the other checks' and its name at the end of `checks`.
 * Throws where the file does not look like a gate.
 */
export function registerCheck(text: string, gate: string, id: string): string {
  const name = id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const from = `../checks/${gate}/${id}/check.ts`;
  if (text.includes(from)) throw new Error(`${from} is registered already`);
  const line = `import { check as ${name} } from "${from}";\n`;
  const imports = [...text.matchAll(/^import .*"\.\.\/checks\/.*;\n/gm)];
  const last = imports.at(-1);
  if (last === undefined) throw new Error("the gate imports no check, so that there is no place for another");
  const at = last.index + last[0].length;
  const imported = text.slice(0, at) + line + text.slice(at);
  const list = /(\n {2}checks: \[)([^\]]*?)(,?\s*)(\])/.exec(imported);
  if (list === null) throw new Error("the gate has no list 'checks: […]'");
  const [whole, head, names] = list;
  const isBroken = whole.slice(1).includes("\n");
  const added = isBroken ? `${head}${names},\n    ${name},\n  ]` : `${head}${names}, ${name}]`;
  return imported.slice(0, list.index) + added + imported.slice(list.index + whole.length);
}
