import { partition } from "../../aws/shapes";
import type { Invoke } from "../../simulator";

/** Whoever runs this, as a user named `local`. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const getCallerIdentity: Invoke = {
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  run: (_, { region, account }) => ({
    accountId: account,
    arn: `arn:${partition(region)}:iam::${account}:user/local`,
    id: account,
    userId: "AIDALOCALUSERLOCALUSE",
  }),
};
