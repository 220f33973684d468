/**
 * Puts path parameters into an address such as `https://example.com/{id}`. A slash within a parameter stays one where the route has a
 * greedy parameter, and is encoded elsewhere, so that nobody leaves the path that is meant. Unconfirmed: how AWS encodes them.
 * @param route - Such as `/files/{path+}`.
 */
export const fillPath = (address: string, parameters: Readonly<Record<string, string>>, route: string): string =>
  address.replace(/\{([^}+]+)\+?\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return /\{[^}]+\+\}/.test(route) ? value.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(value);
  });
