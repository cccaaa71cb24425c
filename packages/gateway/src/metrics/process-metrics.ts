import type { MetricsRegistry } from "@holdpoint/kit";
import { FollowingCounter } from "./following-counter.ts";

/** What a process says of itself. */
export interface ProcessFigures {
  readonly startedAtSeconds: number;
  readonly residentBytes: number;
  readonly heapUsedBytes: number;
  readonly cpuSeconds: number;
}

/** The names are those that Prometheus' own clients use. */
export function processMetrics(registry: MetricsRegistry, figures: () => ProcessFigures): () => void {
  const gauge = (name: string, help: string): { set(value: number): void } => registry.gauge({ name, help }).bind({});
  const started = gauge("process_start_time_seconds", "Start of the process since the epoch.");
  const resident = gauge("process_resident_memory_bytes", "Resident memory.");
  const heap = gauge("nodejs_heap_size_used_bytes", "Heap in use.");
  const cpu = new FollowingCounter(
    registry.counter({ name: "process_cpu_seconds_total", help: "User and system CPU time." }).bind({}),
  );
  return () => {
    const { startedAtSeconds, residentBytes, heapUsedBytes, cpuSeconds } = figures();
    started.set(startedAtSeconds);
    resident.set(residentBytes);
    heap.set(heapUsedBytes);
    cpu.follow(cpuSeconds);
  };
}
