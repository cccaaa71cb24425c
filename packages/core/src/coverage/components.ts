import { compileGlob } from "../glob/compile-glob.ts";

/** Files that one of the globs fits, in their own order; a file may be in several parts of the project. */
export function filesFitting<File extends { readonly path: string }>(
  globs: readonly string[],
  files: readonly File[],
): readonly File[] {
  const rules = globs.map((glob) => compileGlob(glob));
  return files.filter((file) => rules.some((fits) => fits(file.path)));
}

/** Globs that fit none of the files. */
export function globsWithoutFile(
  globs: readonly string[],
  files: readonly { readonly path: string }[],
): readonly string[] {
  return globs.filter((glob) => {
    const fits = compileGlob(glob);
    return !files.some((file) => fits(file.path));
  });
}
