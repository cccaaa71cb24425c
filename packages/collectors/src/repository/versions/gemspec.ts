const VERSION = /^[ \t]*[a-z_]\w*\.version\s*=\s*(["'])([^"'#]+)\1\s*(?:\.freeze\s*)?(?:#.*)?$/m;

/** `spec.version = "1.2.3"`; a version that comes from a constant is none, name the file that defines it instead. */
export function readGemspec(text: string): string | null {
  return VERSION.exec(text)?.[2] ?? null;
}
