import type { AuthorizerName } from "../../../../infra/catalogue/authorizers";
import type { ClientName } from "../../../../infra/catalogue/clients";
import { authorizersFor } from "../../../../infra/catalogue/define/authorizer";
import { clientsFor } from "../../../../infra/catalogue/define/client";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header } from "../../../../infra/catalogue/define/identity-source";
import { routesFor } from "../../../../infra/catalogue/define/route";
import type { AuthorizerFunction, RouteFunction } from "../../../../infra/catalogue/functions";
import type { QueueName } from "../../../../infra/catalogue/queues";
import { healthy } from "../../../../infra/catalogue/responses";
import type { Scope } from "../../../../infra/catalogue/scopes";
import type { UpstreamName } from "../../../../infra/catalogue/upstreams";

const routes = routesFor<RouteFunction, AuthorizerName, Scope, QueueName, UpstreamName>();
const clients = clientsFor<Scope>();
const authorizers = authorizersFor<AuthorizerFunction, ClientName>();
const get = { apis: ["http"], method: "GET", path: "/x" } as const;

// `npm run types` proves these: an expectation that meets no error is an error itself.
describe("the compiler", () => {
  it("takes guarded routes, and public ones with a reason", () => {
    routes([
      { ...get, handler: "orders", authorizer: "user", scopes: ["orders/read"] },
      { ...get, handler: "health", public: "Holds no data" },
      { ...get, queue: "shipments", authorizer: "user" },
      { ...get, upstream: "prices", authorizer: "tenant" },
    ]);
  });

  it("refuses routes that are open by omission or refer to nothing", () => {
    // @ts-expect-error neither an authorizer nor a reason to be public
    routes([{ ...get, handler: "orders" }]);
    // @ts-expect-error scopes without an authorizer
    routes([{ ...get, handler: "orders", scopes: ["orders/read"] }]);
    // @ts-expect-error both guarded and public
    routes([{ ...get, handler: "orders", authorizer: "user", public: "why" }]);
    // @ts-expect-error no such scope
    routes([{ ...get, handler: "orders", authorizer: "user", scopes: ["orders/delete"] }]);
    // @ts-expect-error an empty list of scopes asks for nothing
    routes([{ ...get, handler: "orders", authorizer: "user", scopes: [] }]);
    // @ts-expect-error no such handler
    routes([{ ...get, handler: "unicorns", authorizer: "user" }]);
    // @ts-expect-error the authorizer's own function answers no routes
    routes([{ ...get, handler: "authorizer", authorizer: "user" }]);
    // @ts-expect-error nobody answers
    routes([{ ...get, authorizer: "user" }]);
    // @ts-expect-error two answer
    routes([{ ...get, handler: "orders", queue: "shipments", authorizer: "user" }]);
    // @ts-expect-error no such queue
    routes([{ ...get, queue: "returns", authorizer: "user" }]);
    // @ts-expect-error no such upstream
    routes([{ ...get, upstream: "weather", authorizer: "user" }]);
    // @ts-expect-error a queue streams nothing
    routes([{ ...get, queue: "shipments", streaming: true, authorizer: "user" }]);
    // @ts-expect-error what a queue answers is API Gateway's own
    routes([{ ...get, queue: "shipments", authorizer: "user", response: healthy }]);
    // @ts-expect-error no such authorizer
    routes([{ ...get, handler: "orders", authorizer: "admin" }]);
    // @ts-expect-error ANY would swallow preflights
    routes([{ ...get, method: "ANY", handler: "orders", authorizer: "user" }]);
    // @ts-expect-error on no API at all
    routes([{ ...get, apis: [], handler: "orders", authorizer: "user" }]);
    // @ts-expect-error a path starts with a slash
    routes([{ ...get, path: "orders", handler: "orders", authorizer: "user" }]);
  });

  it("refuses clients and authorizers that refer to nothing", () => {
    clients({ worker: { kind: "machine", scopes: ["orders/read"] } });
    // @ts-expect-error a machine signs in as nobody: custom scopes only
    clients({ worker: { kind: "machine", scopes: ["openid"] } });
    // @ts-expect-error no such scope
    clients({ page: { kind: "browser", scopes: ["orders/delete"] } });
    // @ts-expect-error no such function
    authorizers({ tenant: { kind: "lambda", function: "orders", cacheTtl: minutes(1) } });
    authorizers({
      page: { kind: "cognito", cacheTtl: minutes(1), audiences: ["storefront"] },
      machines: { kind: "lambda", function: "authorizer", cacheTtl: minutes(1), identity: [header("X-Token")] },
      operators: { kind: "iam" },
    });
    // @ts-expect-error no such app client
    authorizers({ page: { kind: "cognito", cacheTtl: minutes(1), audiences: ["shop"] } });
    // @ts-expect-error AWS caches nothing for callers that sign their requests
    authorizers({ operators: { kind: "iam", cacheTtl: minutes(1) } });
    // @ts-expect-error a bare number has no unit
    authorizers({ user: { kind: "cognito", cacheTtl: 300 } });
  });
});
