/**
 * Resolves CloudFormation's intrinsic functions in a synthesised template, given what stands for each resource locally.
 * Source: "Intrinsic function reference", CloudFormation user guide.
 */
export type Template = {
  readonly Resources?: unknown;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
};

export type Facts = {
  /** What `Ref` of a resource gives, by logical id: a table's name, a state machine's ARN. */
  readonly refs: Readonly<Record<string, string>>;
  /** What `Fn::GetAtt` gives, by logical id and attribute. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Values of the template's parameters; the defaults stand in for those left out. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** `AWS::Region` and the like; those left out have local values. */
  readonly pseudo?: Readonly<Record<string, string>>;
};

export type Resolver = {
  /** @throws Error naming `path` and the place below it that cannot be resolved */
  resolve(value: unknown, path: string): unknown;
  /** As `resolve`, for what must become text. */
  resolveText(value: unknown, path: string): string;
};

type Node = Readonly<Record<string, unknown>>;

const localPseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::StackId': 'arn:aws:cloudformation:us-east-1:000000000000:stack/local/local',
  'AWS::StackName': 'local',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The value of `AWS::NoValue`: whoever holds it leaves it out. */
const noValue = Symbol('AWS::NoValue');

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes a resolver for one template. Only what is asked for is resolved, so the rest may name things that are not local. */
export function createResolver(template: Template, facts: Facts): Resolver {
  function fail(path: string, why: string): never {
    throw new Error(`${path}: ${why}`);
  }

  function text(value: unknown, path: string): string {
    const resolved = visit(value, path);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    return fail(path, 'expected text');
  }

  function list(value: unknown, path: string): unknown[] {
    const resolved = visit(value, path);
    return Array.isArray(resolved) ? resolved : fail(path, 'expected a list');
  }

  /** The arguments of a function, not yet resolved. */
  function args(value: unknown, count: number, path: string): unknown[] {
    return Array.isArray(value) && value.length === count ? value : fail(path, `expected ${count} arguments`);
  }

  function ref(name: string, path: string): unknown {
    if (name === 'AWS::NoValue') return noValue;
    const parameter = facts.parameters?.[name] ?? template.Parameters?.[name]?.Default;
    return (
      facts.pseudo?.[name] ??
      localPseudo[name] ??
      facts.refs[name] ??
      parameter ??
      fail(path, `nothing is known of ${name}`)
    );
  }

  function getAtt(value: unknown, path: string): string {
    const [logicalId, ...attribute] = typeof value === 'string' ? value.split('.') : list(value, path);
    const name = attribute.join('.');
    return facts.attributes[String(logicalId)]?.[name] ?? fail(path, `nothing is known of ${logicalId}.${name}`);
  }

  function sub(value: unknown, path: string): string {
    const [pattern, given] = Array.isArray(value) ? args(value, 2, path) : [value, {}];
    if (typeof pattern !== 'string' || !isNode(given))
      return fail(path, 'expected text and the values for its placeholders');
    return pattern.replace(/\$\{([^}]*)\}/g, (whole, inside: string) => {
      const name = inside.trim();
      if (name.startsWith('!')) return `\${${name.slice(1)}}`; // ${!Literal} stands for ${Literal}
      if (Object.hasOwn(given, name)) return text(given[name], `${path}.${name}`);
      return name.includes('.') ? getAtt(name, `${path} ${whole}`) : text({ Ref: name }, `${path} ${whole}`);
    });
  }

  function select(value: unknown, path: string): unknown {
    const [index, from] = args(value, 2, path);
    const found = list(from, path)[Number(text(index, path))];
    return found ?? fail(path, 'the index is outside the list');
  }

  function findInMap(value: unknown, path: string): unknown {
    const [map = '', top = '', second = ''] = args(value, 3, path).map((argument) => text(argument, path));
    return template.Mappings?.[map]?.[top]?.[second] ?? fail(path, `no mapping ${map}.${top}.${second}`);
  }

  function condition(name: string, path: string): boolean {
    const found = template.Conditions?.[name];
    return found === undefined ? fail(path, `no condition ${name}`) : holds(found, `Conditions.${name}`);
  }

  function holds(value: unknown, path: string): boolean {
    const [[name, argument] = ['', undefined]] = Object.entries(isNode(value) ? value : {});
    const each = () => (Array.isArray(argument) ? argument : fail(path, 'expected conditions'));
    switch (name) {
      case 'Condition':
        return condition(String(argument), path);
      case 'Fn::Equals': {
        const [left, right] = args(argument, 2, path);
        return text(left, path) === text(right, path);
      }
      case 'Fn::And':
        return each().every((one) => holds(one, path));
      case 'Fn::Or':
        return each().some((one) => holds(one, path));
      case 'Fn::Not':
        return !holds(args(argument, 1, path)[0], path);
      default:
        return fail(path, `${name || 'this'} is not a condition`);
    }
  }

  function choose(value: unknown, path: string): unknown {
    const [name, yes, no] = args(value, 3, path);
    return visit(condition(String(name), path) ? yes : no, path);
  }

  const functions: Readonly<Record<string, (argument: unknown, path: string) => unknown>> = {
    Ref: (argument, path) => ref(String(argument), path),
    'Fn::GetAtt': getAtt,
    'Fn::Join': (argument, path) => {
      const [separator, parts] = args(argument, 2, path);
      return list(parts, path)
        .map((part) => text(part, path))
        .join(text(separator, path));
    },
    'Fn::Sub': sub,
    'Fn::Select': select,
    'Fn::Split': (argument, path) => {
      const [separator, whole] = args(argument, 2, path);
      return text(whole, path).split(text(separator, path));
    },
    'Fn::If': choose,
    'Fn::FindInMap': findInMap,
    'Fn::Base64': (argument, path) => Buffer.from(text(argument, path)).toString('base64'),
  };

  function visit(value: unknown, path: string): unknown {
    if (Array.isArray(value)) {
      return value.map((item, index) => visit(item, `${path}[${index}]`)).filter((item) => item !== noValue);
    }
    if (!isNode(value)) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (first && entries.length === 1 && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      const [name, argument] = first;
      const intrinsic = functions[name];
      return intrinsic ? intrinsic(argument, `${path}.${name}`) : fail(path, `${name} cannot be resolved locally`);
    }
    const resolved = entries.map(([key, child]) => [key, visit(child, `${path}.${key}`)] as const);
    return Object.fromEntries(resolved.filter(([, child]) => child !== noValue));
  }

  return {
    resolve(value, path) {
      const resolved = visit(value, path);
      return resolved === noValue ? undefined : resolved;
    },
    resolveText: text,
  };
}
