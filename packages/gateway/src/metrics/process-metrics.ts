import type { MetricsRegistry } from "@holdpoint/kit";
import { FollowingCounter } from "./following-counter.ts";

/** What a process says of itself. */
export interface ProcessFigures {
  readonly startedAtSeconds: number;
  readonly residentBytes: number;
  readonly heapUsedBytes: number;
  readonly cpuSeconds: number;
  /** Null where the system does not tell. */
  readonly openDescriptors: number | null;
  /** What keeps the event loop going: sockets, timers, requests. */
  readonly activeResources: number;
}

/** The names are those that Prometheus' own clients use. */
export function processMetrics(registry: MetricsRegistry, figures: () => ProcessFigures): () => void {
  const gauge = (name: string, help: string): { set(value: number): void } => registry.gauge({ name, help }).bind({});
  const started = gauge("process_start_time_seconds", "Start of the process since the epoch.");
  const resident = gauge("process_resident_memory_bytes", "Resident memory.");
  const heap = gauge("nodejs_heap_size_used_bytes", "Heap in use.");
  const resources = gauge("nodejs_active_resources", "Resources that keep the event loop going.");
  const descriptors = gauge("process_open_fds", "Open file descriptors; NaN where the system does not tell.");
  const cpu = new FollowingCounter(
    registry.counter({ name: "process_cpu_seconds_total", help: "User and system CPU time." }).bind({}),
  );
  return () => {
    const { startedAtSeconds, residentBytes, heapUsedBytes, cpuSeconds, openDescriptors, activeResources } = figures();
    started.set(startedAtSeconds);
    resident.set(residentBytes);
    heap.set(heapUsedBytes);
    resources.set(activeResources);
    descriptors.set(openDescriptors ?? Number.NaN);
    cpu.follow(cpuSeconds);
  };
}
