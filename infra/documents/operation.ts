import type { Authorizer } from "../catalogue/define/authorizer";
import type { Route } from "../catalogue/define/route";
import type { Operation, Responses, SecurityRequirement } from "./model";
import type { NamedSchemas } from "./named-schemas";
import { operationId } from "./operation-id";
import { parametersOf } from "./parameters";
import type { Source } from "./source";

export interface OperationArgs {
  readonly catalogue: Pick<Source, "functions" | "queues" | "upstreams">;
  readonly authorizer: Authorizer | undefined;
  readonly security: readonly SecurityRequirement[];
  readonly responses: Responses;
  readonly schemas: NamedSchemas;
}

/** One route of one API. */
export function operationOf(
  route: Route,
  { catalogue, authorizer, security, responses, schemas }: OperationArgs,
): Operation {
  const { path, request, handler, streaming, public: reason } = route;
  const parameters = parametersOf(route, authorizer, schemas);
  const target = describeTarget(route, catalogue);
  const notes = [
    ...(route.summary === undefined || handler !== undefined ? [] : [target]),
    ...(reason === undefined ? [] : [`Anybody may call it: ${reason}`]),
    ...(streaming ? ["The answer is sent while it is made"] : []),
  ];
  return {
    operationId: operationId(route),
    summary: route.summary ?? target,
    ...(notes.length > 0 && { description: notes.join(". ") }),
    tags: [tagOf(path)],
    security,
    ...(parameters.length > 0 && { parameters }),
    ...(request?.body && {
      requestBody: { required: true, content: { "application/json": { schema: schemas.refer(request.body) } } },
    }),
    responses,
  };
}

/** The first part of a path that is no parameter. */
export const tagOf = (path: string): string =>
  path.split("/").find((part) => part !== "" && !part.startsWith("{")) ?? "root";

function describeTarget({ handler, queue, upstream }: Route, catalogue: OperationArgs["catalogue"]): string {
  const { functions, queues, upstreams } = catalogue;
  if (queue !== undefined) return `Goes into the queue ${queue}: ${queues[queue]!.description}`;
  if (upstream !== undefined) return `Passed on to the service ${upstream}: ${upstreams[upstream]!.description}`;
  return functions[handler!]!.description;
}
