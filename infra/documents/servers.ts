import type { ApiKind } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { urlOf } from "../edge/plan-api-domain";
import type { Server } from "./model";

/**
 * Where an API of one environment is: at its own domain, or at the default endpoint, whose first part nobody knows before the first
 * deployment.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-publish.html
 */
export function serversOf(
  kind: ApiKind,
  { api, edge }: Pick<Settings, "api" | "edge">,
  region: string,
): readonly Server[] {
  const domain = edge[kind];
  const description = reachableFrom(kind, edge);
  if (domain) return [{ url: urlOf(domain), description }];
  const stage = kind === "rest" ? `/${api.stageName}` : "";
  return [
    {
      url: `https://{apiId}.execute-api.${region}.${suffixOf(region)}${stage}`,
      description,
      variables: { apiId: { default: "api-id", description: `The stack's output \`${kind}ApiId\`` } },
    },
  ];
}

/** @see https://docs.aws.amazon.com/general/latest/gr/apigateway.html */
const suffixOf = (region: string) => (region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");

function reachableFrom(kind: ApiKind, { callers }: Settings["edge"]): string {
  if (kind === "http" || callers === undefined) return "Reachable from everywhere";
  if (callers.vpcEndpoints.length > 0) return `Reachable through ${callers.vpcEndpoints.join(", ")} alone`;
  return "Reachable from certain networks and AWS accounts alone";
}
