/**
 * The body of an answer that API Gateway makes itself, with the members that the functions' answers have: a template of JSON, so
 * members may be context variables. Without a status where one template serves several.
 * @param detail a JSON text, or a variable that holds one, such as `$context.error.messageString`
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problem = (status: number | undefined, title: string, detail: string, errors?: string): string => {
  const members = [
    `"title":${JSON.stringify(title)}`,
    ...(status === undefined ? [] : [`"status":${status}`]),
    `"detail":${detail}`,
    `"requestId":"$context.requestId"`,
    ...(errors === undefined ? [] : [`"errors":${errors}`]),
  ];
  return `{${members.join(",")}}`;
};

export const problemType = "application/problem+json";
