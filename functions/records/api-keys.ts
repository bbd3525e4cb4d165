import type { ApiKey, ApiKeyId, Scope } from '../../shared/domain/api-key.ts';
import type { CivilDate, Sha256 } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** Which key a request came with. */
export interface KeyPrincipal {
  readonly keyId: ApiKeyId;
  readonly scopes: readonly Scope[];
}

/** Keys of the provider's own systems, and which of them a secret is. */
export interface ApiKeys {
  /** All that were ever made. */
  list(): Promise<readonly ApiKey[]>;
  byId(keyId: ApiKeyId): Promise<Stored<ApiKey> | undefined>;
  /** The key whose secret has a hash, whatever has become of it. */
  ofSecret(secretHash: Sha256): Promise<Stored<ApiKey> | undefined>;
  /** The writes that make a key; of its secret the hash alone is kept. */
  make(key: ApiKey, secretHash: Sha256): readonly Write[];
  put(key: ApiKey, before: Stored<ApiKey>): Write;
  /** Notes the day on which a key was used, once a day. */
  used(key: Stored<ApiKey>, today: CivilDate): Promise<void>;
}

export function apiKeys({ table }: { readonly table: Table }): ApiKeys {
  const byId: ApiKeys['byId'] = async (keyId) => held<ApiKey>(await table.get(entities.apiKey.keyOf({ keyId })));
  const put: ApiKeys['put'] = (key, before) => putRow(entities.apiKey.keyOf(key), 'apiKey', key, before);

  return {
    list: async () => {
      const { rows } = await table.query({ pk: entities.apiKey.pk });
      return rows.flatMap((row) => held<ApiKey>(row)?.value ?? []);
    },
    byId,
    ofSecret: async (secretHash) => {
      const known = held<Pick<ApiKey, 'keyId'>>(await table.get(entities.apiKeySecret.keyOf({ secretHash })));
      return known && byId(known.value.keyId);
    },
    make: (key, secretHash) => [
      putRow(entities.apiKey.keyOf(key), 'apiKey', key),
      putRow(entities.apiKeySecret.keyOf({ secretHash }), 'apiKeySecret', { keyId: key.keyId }),
    ],
    put,
    used: async (key, lastUsedOn) => {
      if (key.value.lastUsedOn === lastUsedOn) return;
      // Another request noted it, or somebody revokes the key at this moment: no answer must fail over a note.
      await table.write([put({ ...key.value, lastUsedOn }, key)]).catch(() => undefined);
    },
  };
}
