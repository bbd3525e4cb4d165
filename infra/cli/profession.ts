import { suggest } from '../../shared/authoring/suggestion.ts';
import { type Profession, professions } from '../../shared/domain/learner.ts';
import { UsageError } from './command.ts';

/** A profession as somebody typed it. @throws UsageError */
export function professionOf(text: string): Profession {
  const profession = professions.find((one) => one === text);
  if (!profession) throw new UsageError(`“${text}” is no profession here. ${suggest(text, professions)}`);
  return profession;
}
