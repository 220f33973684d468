import type { Reading } from "./reading";

/**
 * Why AWS lets callers without credentials through; undefined when it asks for them.
 *
 * Unknown is open: nothing shows in a review that the value is not NONE, and no program has cause to compute it.
 * So is a value that AWS does not document. The value itself is not quoted, as it may be secret.
 *
 * @param accepted The values that demand credentials, as AWS writes them.
 */
export function whyOpen(property: string, authorization: Reading, accepted: readonly string[]): string | undefined {
  switch (authorization.state) {
    case "absent":
      return `${property} is absent, which means NONE`;
    case "unknown":
      return `${property} is not known before the deployment, so nothing shows that it will not be NONE`;
    case "known":
      if (accepted.some((value) => value === authorization.value)) return undefined;
      if (authorization.value === "NONE") return `${property} is NONE`;
      return `${property} is none of ${accepted.join(", ")}`;
  }
}
