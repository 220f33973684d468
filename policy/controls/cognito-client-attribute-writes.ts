import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { isOn, readFirst, readObjects, readTexts } from "../model/demand";
import { poolOf } from "../model/owner";
import { ofTypes } from "../model/shown";
import { type Properties, read, readText } from "../reading";
import type { StackResource } from "../resource";
import type { Settings } from "../settings";

export const cognitoClientAttributeWrites: Control = {
  id: "cognito-client-attribute-writes",
  title: "No app client may write an attribute that authorization reads.",
  severity: "high",
  level: "advisory",
  types: appClients,
  why: "A signed-in user could give herself another role or tenant by one call with her own token.",
  fix: "List writeAttributes without the attributes that authorization reads; set those by a function or an administrator.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
  settings: {
    attributes: {
      type: "array",
      description: "a list of attributes that authorization reads; * at the end stands for any ending",
      default: ["custom:role*", "custom:tenant*"],
      items: {
        type: "string",
        pattern: "^[A-Za-z_:-][^ *]*[*]?$",
        description: 'one attribute, such as "custom:department" or "custom:role*"',
      },
    },
  },
  checkStack: (stack, { settings }) => {
    return ofTypes(stack, appClients).flatMap((client) => {
      const pool = poolOf(stack, client);
      return whyWritable(client, pool?.properties, settings).map((reason) => ({
        message: `A signed-in user can change what authorization reads: ${reason}.`,
        urn: client.urn,
      }));
    });
  },
};

function whyWritable(client: StackResource, pool: Properties | undefined, settings: Settings): readonly string[] {
  const { texts, isPartlyUnknown } = readTexts(read(client.properties, "writeAttributes"));
  if (texts.some((name) => isGuarded(name, settings))) return ["writeAttributes has such an attribute"];
  if (
    read(client.properties, "writeAttributes").state === "known" ||
    client.propertyDependencies.writeAttributes?.length
  )
    return isPartlyUnknown ? ["writeAttributes is not known before the deployment"] : [];
  // An absent list is unknown in a preview. AWS's pages disagree on whether it means the standard attributes or all of them.
  return pool !== undefined && writableIn(pool).some((name) => isGuarded(name, settings))
    ? ["writeAttributes is absent, which may mean every attribute"]
    : [];
}

/**
 * The custom attributes that a client could write. One that is not mutable is written once, by whoever signs up.
 * Those for developers only take AWS credentials.
 */
function writableIn(pool: Properties): readonly string[] {
  const signUpIsClosed = isOn(read(pool, "adminCreateUserConfig", "allowAdminCreateUserOnly"));
  return readObjects(readFirst(pool, "schemas", "schema"))
    .filter((attribute) => !isOn(read(attribute, "developerOnlyAttribute")))
    .filter((attribute) => {
      const mutable = read(attribute, "mutable");
      return !(signUpIsClosed && mutable.state === "known" && !isOn(mutable));
    })
    .flatMap((attribute) => readText(attribute, "name") ?? [])
    .map((name) => (name.startsWith("custom:") ? name : `custom:${name}`));
}

function isGuarded(attribute: string, settings: Settings): boolean {
  const patterns = (settings.attributes ?? ["custom:role*", "custom:tenant*"]) as readonly string[];
  const name = attribute.toLowerCase();
  return patterns.some((pattern) => {
    const guarded = pattern.toLowerCase();
    return guarded.endsWith("*") ? name.startsWith(guarded.slice(0, -1)) : name === guarded;
  });
}
