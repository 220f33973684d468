import type { PropertyMap, PropertyValue, ResourceState, StackState } from "../../../local/engine/model";
import { signatureKey, signatures } from "../../../local/engine/values";

export const region = "eu-west-1";
export const account = "123456789012";

/** A stack written by hand: resources in Pulumi's shape with the ids and ARNs that a simulated update would give them. */
export class Stack {
  readonly #resources: ResourceState[] = [];

  add(type: string, name: string, id: string, properties: Record<string, PropertyValue | undefined>): string {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    const inputs = Object.fromEntries(given) as PropertyMap;
    const urn = `urn:pulumi:test::gateway::${type}::${name}`;
    this.#resources.push({
      ...{ urn, type, name, id, inputs, outputs: inputs },
      ...{ custom: true, dependencies: [], propertyDependencies: {} },
    });
    return id;
  }

  state(programDirectory = __dirname): StackState {
    return {
      organization: "test",
      project: "gateway",
      stack: "test",
      programDirectory,
      resources: this.#resources,
      outputs: {},
    };
  }

  /** A Lambda function from the text of its `index.js`; gives its invoke ARN. */
  lambda(name: string, source: string, more: Record<string, PropertyValue> = {}): string {
    const arn = functionArn(name);
    this.add("aws:lambda/function:Function", name, name, {
      ...{ name, arn, handler: "index.handler", runtime: "nodejs24.x" },
      code: archive({ "index.js": source }),
      ...more,
    });
    return invokeArn(arn);
  }

  permission(functionName: string, sourceArn: string | undefined, principal = "apigateway.amazonaws.com"): void {
    const name = `${functionName}-${this.#resources.length}`;
    const properties = { action: "lambda:InvokeFunction", function: functionName, principal, sourceArn };
    this.add("aws:lambda/permission:Permission", name, name, properties);
  }
}

export const functionArn = (name: string): string => `arn:aws:lambda:${region}:${account}:function:${name}`;

export const invokeArn = (arn: string): string =>
  `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;

export const executionArn = (api: string): string => `arn:aws:execute-api:${region}:${account}:${api}`;

/** A Pulumi asset archive of text assets, by file name. */
export const archive = (files: Readonly<Record<string, string>>): PropertyMap => ({
  [signatureKey]: signatures.archive,
  assets: Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, { [signatureKey]: signatures.asset, text }]),
  ),
});
