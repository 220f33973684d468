import type { Identity } from "../../../local/identity/contract";

/** Calls an action of the user pools API as an SDK does, unsigned. */
export async function callApi(
  { url }: Pick<Identity, "url">,
  action: string,
  input: object | string,
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
): Promise<{ readonly status: number; readonly body: any }> {
  const response = await fetch(url, {
    method: "POST",
    body: typeof input === "string" ? input : JSON.stringify(input),
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${action}`,
    },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
