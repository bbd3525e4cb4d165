import { codeOf, type Result } from '../../client.ts';
import { stepUp } from '../sign-in/step-up.ts';

/**
 * Calls, and where the service wants to see the passkey first, asks for it and calls once more. Whoever does not show it gets
 * the refusal, which says what was needed.
 */
export async function withStepUp<T>(call: () => Promise<Result<T>>, ask = stepUp): Promise<Result<T>> {
  const result = await call();
  const needed = !result.ok && result.problem.status === 403 && codeOf(result.problem) === 'step-up-needed';
  return needed && (await ask()) ? call() : result;
}
