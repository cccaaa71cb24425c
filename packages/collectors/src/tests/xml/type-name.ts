/**
 * A test's name without the class that it repeats at its beginning, as .NET's runners write it.
 *
 * @example
 * withoutClass("Shop.CartTests.Adds(a: 1)", "Shop.CartTests"); // "Adds(a: 1)"
 */
export function withoutClass(name: string, className: string | null): string {
  if (className === null || className === "") return name;
  return name.startsWith(`${className}.`) && name.length > className.length + 1
    ? name.slice(className.length + 1)
    : name;
}

/**
 * The class in a full name: everything up to the last dot before any argument.
 *
 * @example
 * classOf('Shop.CartTests.Adds("a.b")'); // "Shop.CartTests"
 */
export function classOf(fullName: string): string | null {
  const plain = /^[^("<]*/.exec(fullName)?.[0] ?? "";
  const dot = plain.lastIndexOf(".");
  return dot <= 0 ? null : plain.slice(0, dot);
}
