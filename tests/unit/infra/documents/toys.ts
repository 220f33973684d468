import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { seconds } from "../../../../infra/catalogue/define/duration";
import { header, query } from "../../../../infra/catalogue/define/identity-source";
import type { ApiKind, Route } from "../../../../infra/catalogue/define/route";
import type { Settings } from "../../../../infra/config/schema";
import type { Operation } from "../../../../infra/documents/model";
import { openApi } from "../../../../infra/documents/openapi";
import { operationsOf } from "../../../support/documents";
import { toyArgs } from "../../../support/toy-catalogue";

type Edge = Partial<Settings["edge"]>;

const authorizers: Readonly<Record<string, Authorizer>> = {
  user: { kind: "cognito", cacheTtl: seconds(300) },
  tenant: { kind: "lambda", function: "judge", cacheTtl: seconds(60) },
  partner: { kind: "lambda", function: "judge", cacheTtl: seconds(0), identity: [header("X-Token"), query("shop")] },
  link: {
    kind: "lambda",
    function: "judge",
    cacheTtl: seconds(0),
    identity: [query("token")],
    audiences: ["fulfilment"],
  },
  service: { kind: "iam" },
};

export const place = { apis: ["rest", "http"], method: "GET", path: "/toys", handler: "orders" } as const;
/** Of requests and answers. */
export const body = { type: "object", properties: { name: { type: "string" } } } as const;

export const documentFor = (kind: ApiKind, routes: readonly Route[], edge: Edge = {}) =>
  openApi(kind, toyArgs(routes, authorizers, edge));

/** The one operation of a document of one route. */
export const only = (kind: ApiKind, route: object, edge: Edge = {}): Operation =>
  operationsOf(documentFor(kind, [{ ...place, ...route } as unknown as Route], edge))[0]!.operation;

/** An API's own domain. */
export function domain(more: Partial<NonNullable<Edge["http"]>>): NonNullable<Edge["http"]> {
  return { name: "api.example.com", hostedZoneId: "Z1", ...more };
}
