import { dnsSuffix, partition } from "../../aws/shapes";
import type { Invoke } from "../../simulator";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/getpartition/ */
export const getPartition: Invoke = {
  token: "aws:index/getPartition:getPartition",
  run: (_, { region }) => ({
    dnsSuffix: dnsSuffix(region),
    id: partition(region),
    partition: partition(region),
    reverseDnsPrefix: dnsSuffix(region).split(".").reverse().join("."),
  }),
};
