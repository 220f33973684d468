import type { ServiceCall } from "../../../local/lambda/service-caller";

/** An event as a trigger gets it. */
export interface Asked {
  readonly version: string;
  readonly triggerSource: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly clientId: string };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape.
  readonly request: any;
  readonly response: object;
}

/** Answers with a `response`, or throws what a function throws. */
export type TestFunction = (event: Asked) => object | Promise<object>;

/** Functions in place of Lambda: by name, or one for all; and the events that they were asked with. */
export function testFunctions(functions: Readonly<Record<string, TestFunction>>) {
  const asked: Asked[] = [];
  const sources: string[] = [];
  const invoke: ServiceCall = async ({ arn }, event, { sourceArn }) => {
    const name = arn.split(":").at(-1)!;
    sources.push(sourceArn);
    asked.push(event as Asked);
    const fn = functions[name];
    if (!fn) return { kind: "forbidden", reason: `no function ${name}` };
    try {
      return { kind: "returned", payload: { ...(event as Asked), response: await fn(event as Asked) } };
    } catch (error) {
      return { kind: "failed", errorType: (error as Error).name, errorMessage: (error as Error).message };
    }
  };
  return { invoke, asked, sources };
}
