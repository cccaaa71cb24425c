const VERSION = /^[ \t]*(?:[A-Z]\w*::)*(?:VERSION|STRING)\s*=\s*(["'])([^"'#]+)\1\s*(?:\.freeze\s*)?(?:#.*)?$/m;

/** `VERSION = "1.2.3"` of a gem's `version.rb`, or `STRING` inside of a `Version` module. */
export function readRubyVersion(text: string): string | null {
  return VERSION.exec(text)?.[2] ?? null;
}
