/** Folders that a run writes into; not ignored, they would make the tree dirty. */
const FOLDERS = [".holdpoint/", "reports/"] as const;

/** Lines that `.gitignore` lacks; null stands for a file that is not there. */
export function missingIgnores(gitignore: string | null): string[] {
  const lines = (gitignore ?? "").split(/\r?\n/).map((line) =>
    line
      .trim()
      .replace(/^\//, "")
      .replace(/\/?\*{0,2}$/, ""),
  );
  return FOLDERS.filter((folder) => !lines.includes(folder.slice(0, -1)));
}
