/** The variables that a template may name, each under its full path, such as `context.error.message`. */
export type TemplateVariables = Readonly<Record<string, string | null>>;

/** A rendered template, or the first thing in it that is not simulated. */
export type Rendered =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unsupported"; readonly found: string };

/**
 * Renders the template of a gateway response, which is no Velocity: `$context.x` and `$stageVariables.x` are replaced, with or without
 * braces. An unknown variable stays as it is written. Directives (`#if`, `#set`) and `$input`, `$util`, `$method` are not simulated.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function renderTemplate(template: string, variables: TemplateVariables): Rendered {
  const unsupported = /#(?:set|if|foreach|end|else)\b|\$!?\{?(?:input|util|method)\b[\w.]*/.exec(template);
  if (unsupported) return { kind: "unsupported", found: unsupported[0] };
  const text = template.replace(/\$(?:\{([\w.-]+)\}|([\w-]+(?:\.[\w-]+)*))/g, (whole, braced, bare) => {
    const name: string = braced ?? bare;
    return name in variables ? String(variables[name]) : whole;
  });
  return { kind: "text", text };
}
