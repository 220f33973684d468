import assert from "node:assert/strict";
import { catalogue } from "../../infra/catalogue";
import { minutes } from "../../infra/catalogue/define/duration";
import { Functions } from "../../infra/compute/functions";
import { Logs } from "../../infra/compute/logs";
import { settingsOf } from "../support/settings";
import { type Declared, declare, find } from "./mocks";

const settings = settingsOf("dev");
const bundles = Object.fromEntries(Object.keys(catalogue.functions).map((name) => [name, "functions"]));
const lambda = { kind: "lambda", function: "authorizer", cacheTtl: minutes(1) } as const;
const clientIds = { storefront: "1", backoffice: "2", courier: "3", fulfilment: "4" };

describe("the functions behind the APIs", () => {
  const build = (authorizers: object): Promise<Declared[]> =>
    declare(
      () =>
        new Functions("functions", {
          catalogue: { ...catalogue, authorizers } as never,
          settings,
          logs: new Logs("logs", { settings }),
          bundles,
          issuer: { userPoolId: "pool", clientIds },
        }),
    );
  const environmentOf = (all: Declared[], name: string) =>
    (find(all, `${name}-function`).inputs.environment as { variables: Record<string, string> }).variables;

  it("tell the authorizer's which authorizers ask it, and take tokens of every client where none is listed", async () => {
    const all = await build({ tenant: lambda, user: { kind: "cognito", cacheTtl: minutes(5) } });
    const { USER_POOL_ID, CLIENT_IDS, AUTHORIZERS } = environmentOf(all, "authorizer");
    assert.deepEqual(
      { USER_POOL_ID, CLIENT_IDS, AUTHORIZERS },
      { USER_POOL_ID: "pool", CLIENT_IDS: "1,2,3,4", AUTHORIZERS: "tenant" },
    );
  });

  it("take tokens of the audiences of the authorizers that ask", async () => {
    const audiences = ["fulfilment", "courier"];
    const all = await build({ tenant: { ...lambda, audiences }, legacy: { ...lambda, audiences, rest: "token" } });
    const { CLIENT_IDS, AUTHORIZERS } = environmentOf(all, "authorizer");
    assert.deepEqual({ CLIENT_IDS, AUTHORIZERS }, { CLIENT_IDS: "4,3", AUTHORIZERS: "tenant,legacy" });
  });

  it("know the table if they keep orders, and nothing of tokens", async () => {
    const all = await build(catalogue.authorizers);
    for (const name of ["orders", "orderExport"]) {
      const variables = environmentOf(all, name);
      assert.equal(variables.ORDERS_TABLE, "orders-table_name");
      assert.ok(!("CLIENT_IDS" in variables));
    }
    assert.ok(!("ORDERS_TABLE" in environmentOf(all, "profile")));
  });
});
