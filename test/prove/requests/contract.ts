import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../../shared/api/openapi.ts';
import { isForStaff, type Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';

/** An answer as whoever asked gets it. */
export interface Given {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
};

const bare = (type: string): string => type.replaceAll(/\s/g, '').toLowerCase();

/**
 * Judges answers by the OpenAPI document, as a stranger's client would that knows nothing else: its status is listed for the
 * operation, its content type for the status, and its body is what the schema says. Each schema is compiled once.
 */
export function createContract(document: unknown = openApiDocument('https://credit.example.org')) {
  const { paths, components } = document as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ components }, 'openapi');
  const compiled = new Map<object, ValidateFunction>();
  const validatorOf = (schema: object): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/');
    const validate = compiled.get(schema) ?? ajv.compile(JSON.parse(text));
    compiled.set(schema, validate);
    return validate;
  };
  /** The latest text that was as listed, by operation: many answers say the same as the one before. */
  const latest = new Map<object, string>();
  return {
    /** How an answer is none that the document lets the route give; nothing where it is one. */
    faultOf: (name: keyof Routes, { status, type, text }: Given): string | undefined => {
      const { method, path }: Route = routes[name];
      const listed = paths[path]?.[method.toLowerCase()]?.responses[status];
      if (!listed) return `the status ${status} is not listed`;
      const { content } = listed;
      if (!content) return text === '' ? undefined : 'there is a body where none is listed';
      const found = Object.entries(content).find(
        ([media]) => bare(media) === bare(type) || bare(media) === bare(type).split(';')[0],
      );
      if (!found) return `the type ${type} is not listed for ${status}`;
      const [media, { schema }] = found;
      if (!/json/.test(media) || (schema as { type?: string }).type === 'string') return undefined;
      if (latest.get(schema) === text) return undefined;
      const validate = validatorOf(schema);
      if (validate(JSON.parse(text))) {
        latest.set(schema, text);
        return undefined;
      }
      const [error] = validate.errors ?? [];
      return `the body is not as listed: ${error?.instancePath} ${error?.message}`;
    },
    /** How the document says otherwise than the registry who may ask; nothing where both agree. */
    accessFaultOf: (name: keyof Routes): string | undefined => {
      const { method, path, access }: Route = routes[name];
      const operation = paths[path]?.[method.toLowerCase()] as
        | (Operation & { security?: unknown; 'x-roles'?: unknown })
        | undefined;
      if (operation === undefined) return 'there is no such operation';
      const open = operation.security === undefined;
      if (open !== (access === 'public')) return 'the document and the registry differ on who may ask';
      return isForStaff(access) && String(operation['x-roles']) !== String(access.staff)
        ? 'the roles differ'
        : undefined;
    },
  };
}
