import { simulator } from "../../simulator";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html */
export const userPool = simulator("aws:cognito/userPool:UserPool", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ region, unique }) => `${region}_${unique(9, { alphabet: letters })}`,
  computed: {
    arn: ({ id, region, account }) => `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
    endpoint: ({ id, region }) => `cognito-idp.${region}.amazonaws.com/${id}`,
    creationDate: () => "2026-01-01T00:00:00Z",
    lastModifiedDate: () => "2026-01-01T00:00:00Z",
    estimatedNumberOfUsers: () => 0,
    customDomain: () => "",
    domain: () => "",
  },
});
