import { accountPlants } from './accounts.ts';
import { awardPlants } from './awards.ts';
import { certificatePlants } from './certificates.ts';
import { ledgerPlants } from './ledgers.ts';
import { mailPlants } from './mail.ts';
import { manyPlants } from './many.ts';
import { messagePlants } from './messages.ts';
import { peoplePlants } from './people.ts';
import type { PlantsByName } from './plant.ts';
import { privacyPlants } from './privacy.ts';

export type { Plant } from './plant.ts';

import { submissionPlants } from './submissions.ts';
import { workPlants } from './work.ts';

/** Bugs that were made, in this field or elsewhere, and that the checks must find when they are planted. */
export const plants: PlantsByName = {
  ...workPlants,
  ...submissionPlants,
  ...awardPlants,
  ...ledgerPlants,
  ...certificatePlants,
  ...mailPlants,
  ...messagePlants,
  ...accountPlants,
  ...peoplePlants,
  ...manyPlants,
  ...privacyPlants,
};
