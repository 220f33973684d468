import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Catalogue } from "../catalogue";
import type { FunctionDeclaration, FunctionName } from "../catalogue/define/function";
import type { Settings } from "../config/schema";
import { LambdaFunction } from "./lambda-function";
import { OrdersTable } from "./orders-table";

export interface FunctionsArgs {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  /** Folder of each function's bundle, by function name. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Whose access tokens the authorizer function takes. */
  readonly issuer: { readonly userPoolId: pulumi.Input<string>; readonly clientIds: pulumi.Input<string[]> };
}

export type FunctionsByName = Readonly<
  Record<FunctionName<Catalogue["functions"], "route" | "authorizer">, aws.lambda.Function>
>;

/** The functions behind the APIs, and the table that some of them keep their data in. The user pool's own are `Triggers`. */
export class Functions extends pulumi.ComponentResource {
  readonly byName: FunctionsByName;

  constructor(
    name: string,
    { catalogue, settings, bundles, issuer }: FunctionsArgs,
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
          ...(declaration.role === "authorizer" && {
            USER_POOL_ID: issuer.userPoolId,
            CLIENT_IDS: pulumi.output(issuer.clientIds).apply((ids) => ids.join(",")),
          }),
        };
        const statements = declaration.ordersTable ? orders.statements : [];
        const args = { declaration, settings, bundle: bundles[key]!, environment, statements };
        return [key, new LambdaFunction(key, args, inside).function];
      }),
    ) as FunctionsByName;
    this.registerOutputs({});
  }
}
