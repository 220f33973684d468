/**
 * Whether CloudWatch's filter for JSON lines matches a line: comparisons of texts, `&&`, `||` and parentheses.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 */
export function matches(pattern: string, line: string): boolean {
  const tokens = pattern.match(/\$[\w.]+|!=|=|"[^"]*"|&&|\|\||[(){}]/g) ?? [];
  const event = JSON.parse(line);
  let next = 0;
  const take = (expected?: string) => {
    const token = tokens[next++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`${pattern}: expected ${expected ?? "more"}, found ${token ?? "its end"}`);
    return token;
  };
  const valueAt = (selector: string) =>
    selector
      .split(".")
      .slice(1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event);
  const comparison = (): boolean => {
    const value = valueAt(take());
    const isEqual = take() === "=";
    const isSame = value === JSON.parse(take());
    return value !== undefined && isSame === isEqual;
  };
  const atom = (): boolean => {
    if (tokens[next] !== "(") return comparison();
    take("(");
    const value = either();
    take(")");
    return value;
  };
  const both = (): boolean => {
    let value = atom();
    while (tokens[next] === "&&") {
      take();
      value = atom() && value;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (tokens[next] === "||") {
      take();
      value = both() || value;
    }
    return value;
  };
  take("{");
  const value = either();
  take("}");
  return value;
}
