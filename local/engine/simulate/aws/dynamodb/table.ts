import { type Creation, simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

const label = "2026-01-01T00:00:00.000";

const tableArn = (creation: Creation): string => arn(creation, "dynamodb", `table/${text(creation.inputs.name)}`);

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/dynamodb/table/ */
export const table = simulator("aws:dynamodb/table:Table", {
  autoName: { property: "name", maxLength: 255 },
  defaults: { billingMode: "PROVISIONED" },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    ...tagged,
    arn: tableArn,
    pointInTimeRecovery: () => ({ enabled: false, recoveryPeriodInDays: 0 }),
    readCapacity: () => 0,
    serverSideEncryption: () => ({ enabled: false, kmsKeyArn: "" }),
    streamArn: (creation) => (creation.inputs.streamEnabled === true ? `${tableArn(creation)}/stream/${label}` : ""),
    streamLabel: ({ inputs }) => (inputs.streamEnabled === true ? label : ""),
    streamViewType: () => "",
    ttl: () => ({ enabled: false, attributeName: "" }),
    writeCapacity: () => 0,
  },
});
