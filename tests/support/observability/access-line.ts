import { accessLogFormat } from "../../../infra/apis/plan-access-log";
import type { ApiKind } from "../../../infra/catalogue/define/route";

/** A line of the access log: the variables that have a value, and `-` for the others, as API Gateway writes it. */
export const accessLine = (kind: ApiKind, values: Readonly<Record<string, string>>) =>
  accessLogFormat(kind).replaceAll(/\$context\.([\w.]+)/g, (_, variable: string) => values[variable] ?? "-");
