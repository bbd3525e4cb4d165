import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { findingsOf, worstOf } from '../../../shared/domain/health.ts';
import { kmsSigner } from '../../adapters/kms-signer.ts';
import { endpoint } from '../../endpoint.ts';
import { healthFacts } from '../../operations/health-facts.ts';

/** Says how each part of the system is, and what to do where one is not well. */
export const handler = endpoint(operationsRoutes.getSystemHealth, { signer: kmsSigner }, async (_, capabilities) => {
  const { commit, node } = capabilities.config;
  const facts = await healthFacts(capabilities);
  const findings = findingsOf(facts);
  return { state: worstOf(findings), at: facts.now, commit, node, findings };
});
