import { routesOf } from "../apis/routes-of";
import { planAuthorizers } from "../authorizers/plan-authorizers";
import type { ApiKind, Method, Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { loginUrl } from "../identity/plan-domain";
import type { OpenApiDocument, PathItem, Response, Tag, Verb } from "./model";
import { NamedSchemas } from "./named-schemas";
import { operationOf, tagOf } from "./operation";
import { refusalResponse } from "./problem-schemas";
import { type Refusal, refusalsOf } from "./refusals";
import { requirementsOf } from "./requirements";
import { responsesOf } from "./responses";
import { schemesOf } from "./security-schemes";
import { serversOf } from "./servers";
import type { Source } from "./source";
import { requireTellablePaths } from "./tellable-paths";

export interface DocumentArgs {
  readonly catalogue: Source;
  readonly settings: Pick<Settings, "api" | "authorizers" | "domain" | "edge">;
  /** AWS's name of it. */
  readonly region: string;
  readonly project: string;
  readonly stack: string;
  /** Of the document, such as `1.2.0`. */
  readonly version: string;
}

/**
 * One API of one environment as OpenAPI 3.1. Preflights are left out: browsers send them, people do not.
 * @throws {Error} when the catalogue says something that OpenAPI cannot
 * @see https://spec.openapis.org/oas/v3.1.0.html
 */
export function openApi(
  kind: ApiKind,
  { catalogue, settings, region, project, stack, version }: DocumentArgs,
): OpenApiDocument {
  const routes = routesOf(kind, catalogue.routes);
  requireTellablePaths(routes);
  const plans = planAuthorizers(catalogue.authorizers, settings.authorizers);
  const mutualTls = settings.edge[kind]?.mutualTls !== undefined;
  const schemas = new NamedSchemas();
  const operations = routes.map((route) => {
    const refusals = refusalsOf(route, kind, plans, settings.edge);
    const operation = operationOf(route, {
      catalogue,
      authorizer: route.authorizer === undefined ? undefined : catalogue.authorizers[route.authorizer],
      security: requirementsOf(route, kind, catalogue.authorizers, mutualTls),
      responses: responsesOf(route, kind, catalogue, refusals, schemas),
      schemas,
    });
    return { route, refusals, operation };
  });
  const responses = responsesFor([...new Set(operations.flatMap(({ refusals }) => refusals))], kind, schemas);
  return {
    openapi: "3.1.0",
    info: { title: `${project} ${kind.toUpperCase()} API, ${stack}`, version, description: describe(kind, catalogue) },
    servers: serversOf(kind, settings, region),
    tags: tagsOf(routes, catalogue.resourceServers),
    paths: pathsOf(operations),
    components: {
      schemas: schemas.all(),
      responses,
      securitySchemes: schemesOf(
        new Set(operations.flatMap(({ operation }) => operation.security.flatMap(Object.keys))),
        { kind, catalogue, plans, loginUrl: loginUrl(settings.domain, region) },
      ),
    },
  };
}

function pathsOf(operations: readonly { route: Route; operation: PathItem[Verb] }[]): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {};
  for (const { route, operation } of operations)
    paths[route.path] = { ...paths[route.path], [verbOf(route.method)]: operation };
  return paths;
}

const verbOf = (method: Method) => method.toLowerCase() as Verb;

const responsesFor = (refusals: readonly Refusal[], kind: ApiKind, schemas: NamedSchemas): Record<string, Response> =>
  Object.fromEntries(refusals.map((refusal) => [refusal, refusalResponse(refusal, kind, schemas)]));

function tagsOf(routes: readonly Route[], servers: Source["resourceServers"]): readonly Tag[] {
  return [...new Set(routes.map(({ path }) => tagOf(path)))].map((name) => {
    const title = servers[name]?.title;
    return { name, ...(title !== undefined && { description: title }) };
  });
}

function describe(kind: ApiKind, { clients }: Pick<Source, "clients">): string {
  const names = Object.entries(clients).map(([name, client]) => `${name} (${client.kind})`);
  return [
    `The ${kind.toUpperCase()} API of one environment, made from its catalogue and settings.`,
    `App clients: ${names.join(", ")}; their ids are the stack's outputs \`clientId<Name>\`.`,
    `A path that is no route is answered with ${kind === "rest" ? 403 : 404}.`,
  ].join("\n");
}
