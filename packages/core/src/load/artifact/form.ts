import type { Json } from "../../noun/json.ts";

/** What is wrong with a value, as a clause that begins with its place; null when it is as it should be. */
export type Form = (value: Json | undefined, place: string) => string | null;

type Members = { readonly [key: string]: Json };

const LIST_MAX = 10_000;
const TEXT_CHARS_MAX = 100_000;

export const text: Form = when("a text", (value) => typeof value === "string" && value.length <= TEXT_CHARS_MAX);
export const count: Form = when("a count", (value) => Number.isSafeInteger(value) && Number(value) >= 0);
export const amount: Form = when("a number from 0", (value) => typeof value === "number" && value >= 0);
export const number: Form = when("a number", (value) => typeof value === "number");
export const flag: Form = when("true or false", (value) => typeof value === "boolean");
export const digest: Form = when("a SHA-256", (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value));

export function oneOf(...names: readonly string[]): Form {
  return when(`one of ${names.join(", ")}`, (value) => typeof value === "string" && names.includes(value));
}

export function nullable(form: Form): Form {
  return (value, place) => (value === null ? null : form(value, place));
}

export function optional(form: Form): Form {
  return (value, place) => (value === undefined ? null : form(value, place));
}

export function list(form: Form, max: number = LIST_MAX): Form {
  return (value, place) => {
    if (!Array.isArray(value)) return `${place} must be a list`;
    if (value.length > max) return `${place} has ${value.length} items, at most ${max} are read`;
    return first(value.map((one: Json, at) => () => form(one, `${place}[${at}]`)));
  };
}

/** An object that has these members; what else it has is not looked at. */
export function object(members: Readonly<Record<string, Form>>): Form {
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `${place} must be an object`;
    const held = value as Members;
    const at = (key: string): Json | undefined => (Object.hasOwn(held, key) ? held[key] : undefined);
    return first(
      Object.entries(members).map(
        ([key, form]) =>
          () =>
            form(at(key), `${place}.${key}`),
      ),
    );
  };
}

/** An object whose further members are told by one of its own. */
export function kinds(key: string, forms: Readonly<Record<string, Form>>): Form {
  return (value, place) => {
    const wrong = object({ [key]: oneOf(...Object.keys(forms)) })(value, place);
    if (wrong !== null) return wrong;
    const kind = (value as Members)[key];
    const form = typeof kind === "string" ? forms[kind] : undefined;
    return form === undefined ? `${place}.${key} is unknown` : form(value, place);
  };
}

function when(what: string, holds: (value: Json | undefined) => boolean): Form {
  return (value, place) => (holds(value) ? null : `${place} must be ${what}`);
}

function first(problems: readonly (() => string | null)[]): string | null {
  for (const problem of problems) {
    const found = problem();
    if (found !== null) return found;
  }
  return null;
}
