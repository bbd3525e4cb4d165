import type { Import } from '../../../shared/domain/import.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { begin } from '../../imports/begin.ts';
import type { BroughtFile, Importing } from '../../imports/kind.ts';
import { type Reply, reply } from '../../middleware/reply.ts';
import { importView } from './import-view.ts';

/** Answers with the import that begins with a file. */
export async function beginning(
  what: Pick<Import, 'kind' | 'fileName' | 'by' | 'target'>,
  file: BroughtFile,
  capabilities: Importing,
): Promise<Reply | Refusal> {
  const begun = await begin(what, file, capabilities);
  return isRefusal(begun) ? begun : reply(201, await importView(begun, capabilities));
}
