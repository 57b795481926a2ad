import { IConstruct } from 'constructs';

/** The construct that the user wrote: an object that is the default child of another construct is its rendering. */
export function namedConstruct(construct: IConstruct): IConstruct {
  const { scope } = construct.node;
  return scope && ['Resource', 'Default'].includes(construct.node.id) ? scope : construct;
}

/** The path of the construct that the user wrote. */
export function shortPath(construct: IConstruct): string {
  return namedConstruct(construct).node.path;
}
