import { faults, SqsFault } from "./fault";
import type { Input } from "./input";

/** Runs up to ten entries; each succeeds or fails by itself. */
export function batch({ Entries }: Input, run: (entry: Input) => object) {
  const entries = Array.isArray(Entries) ? (Entries as Input[]) : [];
  if (entries.length === 0) throw faults.batch("EmptyBatchRequest", "The batch request doesn't contain any entries.");
  if (entries.length > 10)
    throw faults.batch(
      "TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw faults.batch("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
  const outcomes = entries.map((entry) => {
    const Id = String(entry.Id);
    try {
      return { done: { Id, ...run(entry) } };
    } catch (fault) {
      if (!(fault instanceof SqsFault)) throw fault;
      return { failed: { Id, SenderFault: true, Code: fault.queryCode, Message: fault.message } };
    }
  });
  return {
    Successful: outcomes.flatMap(({ done }) => done ?? []),
    Failed: outcomes.flatMap(({ failed }) => failed ?? []),
  };
}
