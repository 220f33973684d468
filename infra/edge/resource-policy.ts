import * as aws from "@pulumi/aws";
import type { RestApiArgs } from "../apis/rest-api";
import type { Settings } from "../config/schema";
import { planResourcePolicy } from "./plan-resource-policy";

/**
 * Puts a resource policy on the REST API before it is deployed, which is when it takes effect.
 * @returns undefined where everybody may call
 */
export const resourcePolicy = (name: string, { callers }: Settings["edge"]): RestApiArgs["policy"] =>
  callers &&
  ((restApi) => {
    const document = restApi.executionArn.apply((arn) => planResourcePolicy(callers, arn));
    const args = { restApiId: restApi.id, policy: document };
    return { document, resource: new aws.apigateway.RestApiPolicy(`${name}-policy`, args, { parent: restApi }) };
  });
