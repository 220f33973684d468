import type { Control } from "../control";
import { readTexts, whyNot } from "../model/demand";
import { httpApis } from "../model/edge-types";
import { isUnshown, ofTypes } from "../model/shown";
import { read } from "../reading";
import type { Resource } from "../resource";

export const httpApiCorsNoWildcardWithCredentials: Control = {
  id: "http-api-cors-no-wildcard-with-credentials",
  title: "An HTTP API that lets browsers send credentials names the origins that may do so.",
  severity: "high",
  level: "mandatory",
  types: httpApis,
  why: "Any website that a signed-in user visits could call the API in that user's name and read the answers.",
  fix: "List the origins in allowOrigins, each with its scheme and host, or set allowCredentials to false.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
  elsewhere: { mondoo: "apigateway-cors-not-wildcard-with-credentials" },
  checkResource: (api) => {
    if (!takesCredentials(api)) return [];
    const { texts } = readTexts(read(api.properties, "corsConfiguration", "allowOrigins"));
    return texts.some((origin) => origin.includes("*"))
      ? [
          "Any website can call this API with the user's credentials: allowOrigins has a wildcard, and allowCredentials is not false.",
        ]
      : [];
  },
  checkStack: (stack) =>
    ofTypes(stack, httpApis)
      .filter(takesCredentials)
      .filter((api) => isUnshown(api, "corsConfiguration"))
      .map(({ urn }) => ({
        message:
          "Nothing shows which websites can call this API with the user's credentials: corsConfiguration is not known before the deployment, and made from no resource of this stack.",
        urn,
      })),
};

function takesCredentials({ properties }: Resource): boolean {
  return (
    whyNot("allowCredentials", read(properties, "corsConfiguration", "allowCredentials"), [false], false) !== undefined
  );
}
