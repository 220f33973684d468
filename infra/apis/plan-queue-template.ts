import type { CallerVariables } from "./plan-caller";

/**
 * A REST API's request as a call of SQS's SendMessage, with who sent it as message attributes: those that have a value, since SQS
 * takes no empty ones. All in one line, as line ends would be part of the form.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export const sendMessageTemplate = (caller: CallerVariables): string =>
  [
    "#set($count = 0)",
    "Action=SendMessage&Version=2012-11-05&MessageBody=$util.urlEncode($input.body)",
    ...attributesOf(caller).map(([name, variable]) => attributeTemplate(name, variable)),
  ].join("");

function attributeTemplate(name: string, variable: string): string {
  const at = "MessageAttribute.${count}";
  const pairs = [
    `${at}.Name=${name}`,
    `${at}.Value.DataType=String`,
    `${at}.Value.StringValue=$util.urlEncode("$!${variable}")`,
  ];
  return `#if("$!${variable}" != "")#set($count = $count + 1)&${pairs.join("&")}#end`;
}

/**
 * The same attributes for an HTTP API, whose one form for them is JSON with variables in braces. AWS names the parameter and not its
 * form; this one is known from use.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html#SQS-SendMessage
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/19443
 */
export const messageAttributes = (caller: CallerVariables): string | undefined => {
  const attributes = attributesOf(caller).map(([name, variable]) => [
    name,
    { DataType: "String", StringValue: `\${${variable}}` },
  ]);
  return attributes.length === 0 ? undefined : JSON.stringify(Object.fromEntries(attributes));
};

const attributesOf = (caller: CallerVariables) =>
  Object.entries(caller).filter((entry): entry is [string, string] => entry[1] !== undefined);
