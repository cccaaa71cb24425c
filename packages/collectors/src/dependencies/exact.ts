const EXACT = /^=?v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const ALIAS = /^npm:(?:@[^/@]+\/)?[^/@]+@(.+)$/;
const GIT = /^(?:git(?:\+[a-z]+)?:|github:|gitlab:|bitbucket:|gist:|https?:[^#]+\.git(?:#|$)|[^/:@.\s]+\/[^/:@\s]+$)/;
const COMMIT = /#(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ADDRESS = /^https?:/;
const FOLDER = /^(?:file|link|workspace):/;

/**
 * True for a range that only one version or one content can meet: an exact version, an alias of one, a git commit, an
 * archive by address (its content is bound by the lockfile's integrity), and a folder of the repository.
 *
 * @example
 * isExact("1.2.3"); // true
 * isExact("^1.2.3"); // false
 */
export function isExact(range: string): boolean {
  const text = range.trim();
  const alias = ALIAS.exec(text)?.[1];
  if (alias !== undefined) return EXACT.test(alias);
  if (EXACT.test(text) || FOLDER.test(text)) return true;
  return GIT.test(text) ? COMMIT.test(text) : ADDRESS.test(text);
}
