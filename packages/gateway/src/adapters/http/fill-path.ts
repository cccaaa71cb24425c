import type { Json } from "@holdpoint/core";

const NAME = /\{([^{}]*)\}/g;

/** A path with its places filled, or why it cannot be. */
export type FilledPath = { readonly path: string; readonly used: ReadonlySet<string> } | { readonly objection: string };

/**
 * Fills `{name}` of a path template with escaped values. A value is a part of one segment: it can neither end it nor
 * climb out of it.
 *
 * @example
 * fillPath("/orders/{order_id}", { order_id: "a/b" }); // { path: "/orders/a%2Fb", used: new Set(["order_id"]) }
 */
export function fillPath(template: string, values: Readonly<Record<string, Json>>): FilledPath {
  const used = new Set<string>();
  const objections: string[] = [];
  const path = template.replaceAll(NAME, (_place, name: string) => {
    used.add(name);
    const text = textOf(Object.hasOwn(values, name) ? values[name] : undefined);
    if (text === null) objections.push(`${name} must be a text that is not empty, a number or a boolean`);
    return text === null ? "" : encodeURIComponent(text);
  });
  const [objection] = objections;
  if (objection !== undefined) return { objection };
  const climbs = path.split("/").some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
  return climbs ? { objection: "a segment of the path would be . or .." } : { path, used };
}

function textOf(value: Json | undefined): string | null {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" && value.isWellFormed() ? value : null;
}
