import type { Urn } from "../model";
import { makeUrn, parseUrn, stackType, urnType } from "../urn";

/** What a resource used to be called: whole, or only the parts that differ. */
export type Alias =
  | { readonly urn: Urn }
  | {
      readonly name?: string;
      readonly type?: string;
      readonly stack?: string;
      readonly project?: string;
      /** Default: the resource's own parent. */
      readonly parent?: Urn;
      readonly noParent?: true;
    };

export interface AliasContext {
  readonly stack: string;
  readonly project: string;
  readonly name: string;
  readonly type: string;
  readonly parent?: Urn;
  /** The old URN of a resource of this run that was found through an alias. */
  readonly oldUrn: (urn: Urn) => Urn | undefined;
}

/**
 * Every URN under which the resource may stand in the last state, in the order in which they are tried. A child of a
 * resource that was found through an alias is looked for under its parent's old name too.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go (generateAliases)
 */
export function formerUrns(aliases: readonly Alias[], context: AliasContext): readonly Urn[] {
  const own = aliases.map((alias) => collapse(alias, context));
  const { parent, type, name } = context;
  const oldParent = parent && context.oldUrn(parent);
  if (!parent || !oldParent) return [...new Set(own)];
  const inherited = [inherit(type, name, parent, oldParent, context)];
  for (const urn of own) inherited.push(inherit(urnType(urn), parseUrn(urn).name, parent, oldParent, context));
  return [...new Set([...own, ...inherited])];
}

function collapse(alias: Alias, context: AliasContext): Urn {
  if ("urn" in alias) return alias.urn;
  const named = alias.parent ? (context.oldUrn(alias.parent) ?? alias.parent) : context.parent;
  const parent = alias.noParent || (named && parseUrn(named).types === stackType) ? undefined : named;
  return makeUrn({
    stack: alias.stack ?? context.stack,
    project: alias.project ?? context.project,
    type: alias.type ?? context.type,
    name: alias.name ?? context.name,
    ...(parent ? { parent } : {}),
  });
}

/** A child named after its parent (`app-function` of `app`) was named after its parent's old name. */
function inherit(type: string, name: string, parent: Urn, oldParent: Urn, context: AliasContext): Urn {
  const [parentName, oldName] = [parseUrn(parent).name, parseUrn(oldParent).name];
  return makeUrn({
    stack: context.stack,
    project: context.project,
    parent: oldParent,
    type,
    name: name.startsWith(parentName) ? `${oldName}${name.slice(parentName.length)}` : name,
  });
}
