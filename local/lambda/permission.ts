import type { ResourceState } from "../engine/model";
import { wildcardMatches } from "../gateway/policy";
import { declared } from "../gateway/resource";
import { functionName } from "./function";

/** A statement of a function's resource policy: who may call it. */
export interface Permission {
  readonly functionName: string;
  readonly action: string;
  /** Such as `apigateway.amazonaws.com`. */
  readonly principal: string;
  /** With wildcards; absent where any source of the principal may call. */
  readonly sourceArn?: string;
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export function readPermissions(resources: readonly ResourceState[]): readonly Permission[] {
  return declared(resources, "aws:lambda/permission:Permission").map(({ properties }) => ({
    functionName: functionName(properties.string("function") ?? ""),
    action: properties.string("action") ?? "",
    principal: properties.string("principal") ?? "",
    sourceArn: properties.string("sourceArn"),
  }));
}

/** Whether a service (`principal`) may call a function on behalf of `sourceArn`: an API's route, its authorizer, a user pool. */
export function mayInvoke(
  permissions: readonly Permission[],
  principal: string,
  name: string,
  sourceArn: string,
): boolean {
  return permissions.some(
    (permission) =>
      permission.functionName === name &&
      wildcardMatches(permission.action, "lambda:InvokeFunction", "i") &&
      (permission.principal === principal || permission.principal === "*") &&
      (permission.sourceArn === undefined || wildcardMatches(permission.sourceArn, sourceArn)),
  );
}
