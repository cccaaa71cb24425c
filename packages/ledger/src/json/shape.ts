import type { Json, JsonObject } from "@holdpoint/core";
import { parseInstant } from "@holdpoint/core";

/** Thrown where a value does not have its shape; readers turn it into a problem or a registered error. */
export class ShapeError extends Error {}

/** Looks at one JSON object member by member and names the path of whatever is not as it must be. */
export class Shape {
  readonly #object: JsonObject;
  readonly #path: string;

  constructor(value: Json | undefined, path: string) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new ShapeError(`${path} is not an object`);
    this.#object = value as JsonObject;
    this.#path = path;
  }

  text(name: string): string {
    const value = this.#member(name);
    return typeof value === "string" ? value : this.#refuse(name, "a text");
  }

  textOrNull(name: string): string | null {
    return this.#member(name) === null ? null : this.text(name);
  }

  /** One of the given texts. */
  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const found = values.find((value) => value === this.#member(name));
    return found ?? this.#refuse(name, values.map((value) => `"${value}"`).join(" or "));
  }

  matching(name: string, pattern: RegExp): string {
    const value = this.text(name);
    return pattern.test(value) ? value : this.#refuse(name, `of the form ${pattern.source}`);
  }

  /** RFC 3339 in UTC. */
  time(name: string): string {
    const value = this.text(name);
    return Number.isNaN(parseInstant(value)) ? this.#refuse(name, "a point in time") : value;
  }

  flag(name: string): boolean {
    const value = this.#member(name);
    return typeof value === "boolean" ? value : this.#refuse(name, "true or false");
  }

  /** A whole number from 0 on. */
  count(name: string): number {
    const value = this.#member(name);
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
      ? value
      : this.#refuse(name, "a count");
  }

  object(name: string): Shape {
    return new Shape(this.#member(name), `${this.#path}.${name}`);
  }

  objectOrNull(name: string): Shape | null {
    return this.#member(name) === null ? null : this.object(name);
  }

  /** For what must say nothing here. */
  nothing(name: string): null {
    return this.#member(name) === null ? null : this.#refuse(name, "null");
  }

  objects(name: string): Shape[] {
    const value = this.#member(name);
    if (!Array.isArray(value)) return this.#refuse(name, "a list");
    return (value as readonly Json[]).map((item, index) => new Shape(item, `${this.#path}.${name}[${index}]`));
  }

  texts(name: string): string[] {
    const value = this.#member(name);
    const isTexts = Array.isArray(value) && value.every((item: Json) => typeof item === "string");
    return isTexts ? value : this.#refuse(name, "a list of texts");
  }

  /** The member as it is, for what is carried on without being looked at. */
  json(name: string): Json {
    return this.#member(name) ?? this.#refuse(name, "there");
  }

  jsonObject(name: string): JsonObject {
    return this.object(name).#object;
  }

  #member(name: string): Json | undefined {
    return Object.hasOwn(this.#object, name) ? this.#object[name] : undefined;
  }

  #refuse(name: string, wanted: string): never {
    throw new ShapeError(`${this.#path}.${name} is not ${wanted}`);
  }
}

export const SHA256_PATTERN: RegExp = /^sha256:[0-9a-f]{64}$/;
export const SHA256_HEX_PATTERN: RegExp = /^[0-9a-f]{64}$/;
export const GIT_OBJECT_PATTERN: RegExp = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
