import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { FunctionDeclaration, FunctionName } from "../catalogue/define/function";
import type { Settings } from "../config/schema";
import { LambdaFunction } from "./lambda-function";
import type { Logs } from "./logs";
import { OrdersTable } from "./orders-table";
import { planTrust } from "./plan-trust";

export interface FunctionsArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly logs: Logs;
  /** Folder of each function's bundle, by function name. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Whose access tokens the authorizer function takes. */
  readonly issuer: {
    readonly userPoolId: pulumi.Input<string>;
    readonly clientIds: Readonly<Record<string, pulumi.Input<string>>>;
  };
}

export type FunctionsByName = Readonly<
  Record<FunctionName<Catalogue["functions"], "route" | "authorizer">, aws.lambda.Function>
>;

/** The functions behind the APIs, and the table that some of them keep their data in. The user pool's own are `Triggers`. */
export class Functions extends pulumi.ComponentResource {
  readonly byName: FunctionsByName;

  constructor(
    name: string,
    { catalogue, settings, logs, bundles, issuer }: FunctionsArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:compute:Functions", name, {}, options);
    const inside = { parent: this };
    const declarations: [string, FunctionDeclaration][] = Object.entries(catalogue.functions);
    const behindApis = declarations.filter(([, { role }]) => role !== "trigger");
    const orders = new OrdersTable("orders", { settings }, inside);

    this.byName = Object.fromEntries(
      behindApis.map(([key, declaration]) => {
        const environment = {
          ...(declaration.ordersTable && { ORDERS_TABLE: orders.table.name }),
          ...(declaration.role === "authorizer" && trusted(key, catalogue, issuer)),
        };
        const statements = declaration.ordersTable ? orders.statements : [];
        const args = { declaration, settings, logs, bundle: bundles[key]!, environment, statements };
        return [key, new LambdaFunction(key, args, inside).function];
      }),
    ) as FunctionsByName;
    this.registerOutputs({});
  }
}

/** What an authorizer's function goes by: whose tokens it takes, and which authorizers' routes it decides about. */
function trusted(name: string, catalogue: Catalogue, { userPoolId, clientIds }: FunctionsArgs["issuer"]) {
  const { authorizers, audiences } = planTrust(name, catalogue.authorizers, Object.keys(clientIds));
  return {
    USER_POOL_ID: userPoolId,
    CLIENT_IDS: pulumi.all(audiences.map((client) => clientIds[client]!)).apply((ids) => ids.join(",")),
    AUTHORIZERS: authorizers.join(","),
  };
}
