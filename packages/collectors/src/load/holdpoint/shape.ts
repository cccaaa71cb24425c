import type { Cursor } from "../cursor.ts";

/** Asserts that a value is as it should be; throws `HP-READ-SYNTAX` with its JSON pointer. */
export type Shape = (value: Cursor) => void;

export const count: Shape = (value) => void value.count();
export const amount: Shape = (value) => void value.amount();
export const text: Shape = (value) => void value.text();
export const signed: Shape = (value) => {
  if (typeof value.value !== "number") value.fail("must be a number");
};

export function nullable(shape: Shape): Shape {
  return (value) => {
    if (value.value !== null) shape(value);
  };
}

export function optional(shape: Shape): Shape {
  return (value) => {
    if (value.value !== undefined) shape(value);
  };
}

export function oneOf(...names: readonly string[]): Shape {
  return (value) => {
    if (!names.includes(value.text())) value.fail(`must be one of ${names.join(", ")}`);
  };
}

export function list(shape: Shape, max: number): Shape {
  return (value) => {
    const items = value.items();
    if (items.length > max) value.fail(`has ${items.length} items, at most ${max} are read`);
    for (const item of items) shape(item);
  };
}

/** An object with these members and no others. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  return (value) => {
    if (!value.isObject) value.fail("must be an object");
    for (const [key, member] of value.entries()) {
      if (!Object.hasOwn(members, key)) member.fail("is no member of it");
    }
    for (const [key, shape] of Object.entries(members)) shape(value.at(key));
  };
}
