/** Sends what is written to stdout and stderr to `emit`, line by line, in the order of the writes. */
export function captureOutput(emit: (line: string) => void): { flush(): void } {
  let pending = "";
  const write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    pending += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    const lines = pending.split("\n");
    pending = lines.pop() ?? "";
    for (const line of lines) emit(line);
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") callback();
    return true;
  };
  process.stdout.write = write as typeof process.stdout.write;
  process.stderr.write = write as typeof process.stderr.write;
  return {
    flush() {
      if (pending !== "") emit(pending);
      pending = "";
    },
  };
}
