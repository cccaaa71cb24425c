import type { CiFile, CiSystem, CiTerms } from "./ci-terms.ts";
import { githubFiles } from "./github.ts";
import { gitlabFiles } from "./gitlab.ts";

const MAKERS: Readonly<Record<CiSystem, (terms: CiTerms) => CiFile[]>> = { github: githubFiles, gitlab: gitlabFiles };

/**
 * Files that let a CI system gather evidence, judge, keep what was measured and write the weekly digest.
 *
 * @example
 * ciFiles("github", ciTerms(repository, ["api", "auth"], "0.1.0")).map(([path]) => path);
 */
export function ciFiles(system: CiSystem, terms: CiTerms): CiFile[] {
  return MAKERS[system](terms);
}
