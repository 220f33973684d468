/**
 * The groups in an attribute that an identity provider filled: `[a, b]`, as Cognito writes the values of a SAML attribute; a JSON
 * list, as it writes a list among OIDC claims; `a,b`; or one name. Trimmed, each once.
 */
export function parseGroups(text: string | undefined): readonly string[] {
  const value = (text ?? "").trim();
  const names = jsonList(value) ?? value.replace(/^\[(.*)\]$/s, "$1").split(",");
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

function jsonList(text: string): readonly string[] | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter((item) => typeof item === "string") : undefined;
  } catch {
    return undefined;
  }
}
