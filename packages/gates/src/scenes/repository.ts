import type { PlantScene, RepositoryBody } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, withBody } from "@holdpoint/core";

/** A clean clone at the scene's commit: manifests that agree, a changelog, a submodule, the version tagged here. */
export function repository(changes: Partial<RepositoryBody> = {}): RepositoryBody {
  const { commit, tree } = SCENE_CANDIDATE;
  return {
    commit,
    tree,
    committedAt: "2026-01-01T12:00:00.000Z",
    branch: "main",
    shallow: false,
    dirty: { count: 0, paths: [] },
    operation: null,
    submodules: [{ path: "vendor/protocol", state: "clean" }],
    hiddenPaths: [],
    versions: [
      { file: "package.json", version: "1.4.0" },
      { file: "packages/api/package.json", version: "1.4.0" },
    ],
    changelog: { file: "CHANGELOG.md", version: "1.4.0", line: 5, sizeChars: 420 },
    versionTags: [{ tag: "v1.4.0", commit }],
    trackedIgnored: [],
    trackedFiles: 214,
    damage: [],
    ...changes,
  };
}

export function repositoryScene(changes: Partial<RepositoryBody> = {}): PlantScene {
  return { bodies: { [KIND.repository]: [repository(changes)] } };
}

/** A plant's way to harm the repository of a scene. */
export function harmRepository(changes: Partial<RepositoryBody>): (scene: PlantScene) => PlantScene {
  return (scene) => withBody<RepositoryBody>(scene, KIND.repository, (body) => ({ ...body, ...changes }));
}
