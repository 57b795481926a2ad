import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../.jsii');

export interface Docs {
  readonly summary?: string;
  readonly default?: string;
}

export interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly union?: unknown;
  readonly collection?: { readonly elementtype: TypeReference };
}

interface Named {
  readonly name: string;
  readonly docs?: Docs;
}

export interface Property extends Named {
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly overrides?: string;
}

export interface Method extends Named {
  readonly parameters?: ReadonlyArray<Named & { readonly type: TypeReference }>;
  readonly returns?: { readonly type: TypeReference };
  readonly overrides?: string;
}

export interface AssemblyType extends Named {
  readonly fqn: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** True for structs. */
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Property[];
  readonly methods?: readonly Method[];
  readonly initializer?: Omit<Method, 'name'>;
  readonly members?: readonly Named[];
}

/** The public surface as other languages get it. */
export function assemblyTypes(): AssemblyType[] {
  if (!existsSync(FILE)) throw new Error('there is no .jsii: compile first, with npx jsii --silence-warnings=reserved-word');
  return Object.values(JSON.parse(readFileSync(FILE, 'utf8')).types);
}
