import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { readTexts } from "../model/demand";
import { whyUnsafe } from "../model/redirect-url";
import { unshown } from "../model/shown";
import { read } from "../reading";

const properties = ["callbackUrls", "defaultRedirectUri", "logoutUrls"];

export const cognitoClientCallbackUrls: Control = {
  id: "cognito-client-callback-urls",
  title: "An app client sends its users to https addresses, or to an app's own scheme, and nowhere else.",
  severity: "high",
  level: "mandatory",
  types: appClients,
  why: "Whoever sits on the line, or owns an address that a wildcard takes in, gets the code and with it the user's tokens.",
  fix: "Write each address in full, with https or the app's own scheme; where people develop, set allowLocalhost.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html",
  settings: {
    allowLocalhost: {
      type: "boolean",
      description: "true or false: whether http://localhost, http://127.0.0.1 and http://[::1] will do",
      default: false,
    },
  },
  checkResource: (client, settings) =>
    properties.flatMap((property) => {
      const { texts } = readTexts(read(client.properties, property));
      const reasons = new Set(texts.flatMap((url) => whyUnsafe(url, settings.allowLocalhost === true) ?? []));
      return reasons.size === 0
        ? []
        : [`Others can get at this client's users: an address in ${property} ${[...reasons].join(", another ")}.`];
    }),
  // A URL made of another resource's domain is unknown in a preview; in the update the resource check sees it.
  checkStack: (stack) => unshown(stack, appClients, properties, { isFilledIn: true }),
};
