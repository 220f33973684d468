import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import { describeSource, identityOf } from "../authorizers/plan-identity";
import type { JudgingAuthorizer } from "../catalogue/define/authorizer";
import type { ApiKind } from "../catalogue/define/route";
import type { SecurityScheme } from "./model";
import { flowsOf } from "./oauth-flows";
import { apiKey, certificate, idToken } from "./requirements";
import type { Source } from "./source";

export interface Guards {
  readonly kind: ApiKind;
  readonly catalogue: Pick<Source, "authorizers" | "clients" | "resourceServers">;
  readonly plans: AuthorizerPlans;
  /** Root of the managed login. */
  readonly loginUrl: string;
}

type Schemes = Readonly<Record<string, SecurityScheme>>;

/** The schemes of these names: each authorizer is one, and so is what else a request can have to carry. */
export function schemesOf(used: ReadonlySet<string>, guards: Guards): Schemes {
  const all: readonly Schemes[] = [
    ...Object.keys(guards.catalogue.authorizers).map((name) => ofAuthorizer(name, guards)),
    others,
  ];
  return Object.fromEntries(all.flatMap(Object.entries<SecurityScheme>).filter(([name]) => used.has(name)));
}

const others: Schemes = {
  [apiKey]: {
    type: "apiKey",
    in: "header",
    name: "x-api-key",
    description: "A partner's API key. It meters its bearer and proves nothing",
  },
  [certificate]: {
    type: "mutualTLS",
    description: "A client certificate of one of the authorities that the domain trusts",
  },
};

function ofAuthorizer(name: string, guards: Guards): Schemes {
  const authorizer = guards.catalogue.authorizers[name]!;
  switch (authorizer.kind) {
    case "iam":
      return { [name]: signature };
    case "cognito":
      return { [name]: accessToken(name, authorizer, guards), [idToken(name)]: personsToken };
    case "lambda":
      return { [name]: accessToken(name, authorizer, guards) };
  }
}

/** As API Gateway's own exports write it. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html */
const signature: SecurityScheme = {
  type: "apiKey",
  in: "header",
  name: "Authorization",
  "x-amazon-apigateway-authtype": "awsSigv4",
  description:
    "A request that is signed with AWS credentials (Signature Version 4), whose policies allow execute-api:Invoke",
};

const personsToken: SecurityScheme = {
  type: "http",
  scheme: "bearer",
  bearerFormat: "JWT",
  description: "An ID token, as a person's sign-in gives it",
};

/** OpenAPI knows OAuth's tokens in the Authorization header alone; elsewhere they are keys to it. */
function accessToken(name: string, authorizer: JudgingAuthorizer, guards: Guards): SecurityScheme {
  const clients = clientsOf(authorizer, guards);
  const [source] = identityOf(authorizer);
  const sentences = [
    `An access token of ${Object.keys(clients).join(" or ")}, in ${describeSource(source)}`,
    ...(Object.values(clients).some(({ kind }) => kind === "browser" || kind === "native")
      ? ["Browser and native clients use PKCE (S256)"]
      : []),
    ...reuseOf(name, guards),
  ];
  if ("header" in source && source.header.toLowerCase() === "authorization")
    return { type: "oauth2", description: sentences.join(". "), flows: flowsOf(clients, guards) };
  const description = [...sentences, `Such tokens come from ${guards.loginUrl}/oauth2/token`].join(". ");
  return "header" in source
    ? { type: "apiKey", in: "header", name: source.header, description }
    : { type: "apiKey", in: "query", name: source.query, description };
}

/** How long a right that was taken away still counts. A JWT authorizer's answers are not cached. */
function reuseOf(name: string, { kind, plans }: Guards): readonly string[] {
  const plan = plans[name]!;
  if (plan.kind === "iam" || plan.cacheTtl === 0 || (kind === "http" && plan.kind === "cognito")) return [];
  return [`An answer about a token is reused for ${plan.cacheTtl} seconds`];
}

/** The app clients whose tokens count. A REST API's user pool authorizer cannot tell them apart. */
function clientsOf({ kind: type, audiences }: JudgingAuthorizer, { kind, catalogue }: Guards): Source["clients"] {
  const { clients } = catalogue;
  if (audiences === undefined || (kind === "rest" && type === "cognito")) return clients;
  return Object.fromEntries(Object.entries(clients).filter(([name]) => audiences.includes(name)));
}
