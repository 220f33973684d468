import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import type { Statement } from "./lambda-function";

/** Where orders are kept: by owner, then by id, so that no key reaches another owner's. */
export class OrdersTable extends pulumi.ComponentResource {
  readonly table: aws.dynamodb.Table;

  constructor(name: string, { settings }: { readonly settings: Settings }, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:compute:OrdersTable", name, {}, options);
    const { deletionProtection } = settings.userPool;
    this.table = new aws.dynamodb.Table(
      `${name}-table`,
      {
        billingMode: "PAY_PER_REQUEST",
        hashKey: "owner",
        rangeKey: "id",
        attributes: [
          { name: "owner", type: "S" },
          { name: "id", type: "S" },
        ],
        pointInTimeRecovery: { enabled: true },
        serverSideEncryption: { enabled: true },
        deletionProtectionEnabled: deletionProtection,
      },
      { parent: this, protect: deletionProtection },
    );
    this.registerOutputs({ tableName: this.table.name });
  }

  /** Enough to list, show and create orders; nothing that reads across owners. */
  get statements(): pulumi.Output<Statement[]> {
    return this.table.arn.apply((arn): Statement[] => [
      { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], Resource: arn },
    ]);
  }
}
