import type { Route } from "../catalogue/define/route";

/** Who answers a route. */
export type TargetPlan =
  | { readonly kind: "lambda"; readonly handler: string; readonly streaming: boolean }
  | { readonly kind: "queue"; readonly queue: string }
  | { readonly kind: "http"; readonly upstream: string };

export function planTarget({ handler, streaming, queue, upstream }: Route): TargetPlan {
  if (queue !== undefined) return { kind: "queue", queue };
  if (upstream !== undefined) return { kind: "http", upstream };
  return { kind: "lambda", handler, streaming: streaming ?? false };
}

/** The handlers of these targets, each once, in the order of their first use. */
export const handlersOf = (targets: readonly TargetPlan[]) => [
  ...new Set(targets.flatMap((target) => (target.kind === "lambda" ? [target.handler] : []))),
];

/** The queues of these targets, each once, in the order of their first use. */
export const queuesOf = (targets: readonly TargetPlan[]) => [
  ...new Set(targets.flatMap((target) => (target.kind === "queue" ? [target.queue] : []))),
];

/** Names of the parameters in a path: `id` of `/orders/{id}`, `proxy` of `/files/{proxy+}`. */
export const pathParametersOf = (path: string) => [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => name!);

/** A path as integrations write it: `{proxy}` for `{proxy+}`. */
export const integrationPath = (path: string) => path.replaceAll("+}", "}");
