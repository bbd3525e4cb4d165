import { LostRaceError } from '../shared/ports.ts';

/** So many races lost in a row are not to be expected of one learner's rows. */
const MOST_RACES = 10;

/** Takes a decision again on what the winner left, when its write lost a race. @throws LostRaceError after ten of them. */
export async function againAfterLostRaces<Result>(decide: () => Promise<Result> | Result): Promise<Result> {
  for (let races = 1; races < MOST_RACES; races++) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof LostRaceError)) throw error;
    }
  }
  return decide();
}
