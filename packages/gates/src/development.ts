export { documentGates } from "./document.ts";
export { checkSkeleton } from "./skeleton.ts";
export type { SkeletonRequest } from "./skeleton.ts";
