import { DAY, later } from '../../../shared/domain/kinds.ts';
import { LostRaceError, type Row, type Table } from '../../../shared/ports.ts';
import { lists } from '../../../shared/table.ts';
import {
  careless,
  type Data,
  dataOf,
  handlerThat,
  isPutOf,
  leavingOut,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  showingOtherwise,
  withData,
} from './plant.ts';

const inZone = (zone: string) => showingOtherwise('version', (version) => ({ ...version, zone }));
const quarters = (amount: unknown): number => 25 * Math.ceil(Number(amount) / 25);
const inQuarters = (credits: unknown): readonly Data[] =>
  ((credits ?? []) as readonly Data[]).map((credit) => ({ ...credit, amount: quarters(credit.amount) }));
const epochSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);
const isLedger = isPutOf('ledgerEntry', 'ledgerHead');

/** Awards out of the list of all of them, which lags behind. */
const awardsInList = (table: Table): Table => ({
  ...table,
  async query(query) {
    if (!query.pk.startsWith('CREDIT#')) return table.query(query);
    const { rows } = await table.queryList({ listPk: lists.credit, limit: 100 });
    const own = rows.filter(({ pk }) => pk === query.pk);
    return {
      rows: own.map(({ pk, sk, listSk, listed }): Row => {
        const [awardedAt, learnerId, activityId] = listSk.split('#');
        const { credits, ...shown } = listed as Data;
        const award = { ...shown, learnerId, activityId, awardedAt };
        const whole = (credits as readonly Data[]).map((credit) => ({ ...credit, ...award }));
        return withData({ pk, sk, rev: 1, kind: 'credit' }, { ...award, cycle: 1, credits: whole });
      }),
    };
  },
});

/** Bugs between a claim and the wallet. */
export const awardPlants: PlantsByName = {
  'a claim that lost a race is acknowledged all the same': {
    finds: /was acknowledged and does not stand/,
    table: (table) => ({
      ...table,
      async write(writes) {
        await table.write(writes).catch((error: unknown) => {
          const claims = writes.filter(isPutOf('participation')).some(({ row }) => dataOf(row).stage === 'claimed');
          if (!(error instanceof LostRaceError && claims)) throw error;
        });
      },
    }),
  },
  'what was begun in time cannot be claimed once the activity has closed': {
    finds: /is stuck/,
    functions: (functions) => {
      const { claimCredit } = functions.api;
      const judgedNow = handlerThat<Parameters<typeof claimCredit>[0], Awaited<ReturnType<typeof claimCredit>>>(
        async (ports, event) =>
          ports.clock.now() > '2028-12-31'
            ? { statusCode: 409, headers: { 'content-type': 'application/json' }, body: '{}' }
            : claimCredit.using(ports)(event, { awsRequestId: 'planted' }),
      );
      return { ...functions, api: { ...functions.api, claimCredit: judgedNow } };
    },
  },
  'claims are awarded in quarters of an hour, rounded up': {
    finds: /does not stand|awarded something else than was claimed/,
    ports: onlyTable(
      ['award-credit'],
      showingOtherwise('participation', (one) => ({ ...one, claims: inQuarters(one.claims) })),
    ),
  },
  'credit is kept rounded, and told to the ledger as it was': {
    finds: /does not add up to the ledger/,
    table: puttingOtherwise('credit', (row) =>
      withData(row, { ...dataOf(row), credits: inQuarters(dataOf(row).credits) }),
    ),
  },
  'points of a board know no maximum': {
    finds: /points for/,
    ports: onlyTable(
      ['award-credit'],
      showingOtherwise('version', (version) => ({
        ...version,
        moc: ((version.moc ?? []) as readonly Data[]).map((offer) => ({ ...offer, maximum: 1_000 })),
      })),
    ),
  },
  'boards are kept of a claim that asked for none': {
    finds: /other boards than were acknowledged|say who they are to a board/,
    ports: onlyTable(['claimCredit'], leavingOut(isPutOf('boardIdentity'))),
  },
  'an award is dated by when it is written': {
    finds: /not when it was claimed/,
    ports: only(['award-credit'], ({ table, clock }) => ({
      table: showingOtherwise('participation', (one) => ({
        ...one,
        ...(one.claimedAt ? { claimedAt: clock.now() } : {}),
      }))(table),
    })),
  },
  'days are told in UTC': {
    finds: /was passed on another day/,
    ports: onlyTable(['grade-attempt'], inZone('UTC')),
  },
  'daylight saving time is not known': {
    finds: /was passed on another day|not when it was claimed/,
    ports: onlyTable(['grade-attempt', 'award-credit'], inZone('Etc/GMT+5')),
  },
  'whether credit was awarded is looked up first and not written as a condition': {
    finds: /claims, awards in the ledger, credits and certificates/,
    table: careless(isPutOf('credit', 'participation', 'work', 'ledgerEntry', 'ledgerHead'), (writes) =>
      writes.some(isPutOf('credit')),
    ),
  },
  'an award is forgotten after a time': {
    finds: /awards in the ledger, credits/,
    table: puttingOtherwise('credit', (row) => ({ ...row, expiresAt: epochSeconds('2026-03-10T00:00:00.000Z') })),
  },
  'whoever does nothing for a month is forgotten': {
    finds: /results|is stuck|counted|claims, awards in the ledger|was acknowledged/,
    ports: () => (ports) => ({
      ...ports,
      table: puttingOtherwise('participation', (row) => ({
        ...row,
        expiresAt: epochSeconds(later(ports.clock.now(), 30 * DAY)),
      }))(ports.table),
    }),
  },
  'a claim is kept and not told to the ledger': {
    finds: /claims, awards in the ledger/,
    ports: onlyTable(['claimCredit'], leavingOut(isLedger)),
  },
  'an award is not audited': {
    finds: /is not audited once/,
    ports: onlyTable(['award-credit'], leavingOut(isPutOf('audit'))),
  },
  'a wallet is read from an index that lags': {
    finds: /The wallet of .* was shown with 0 of/,
    ports: onlyTable(['getWallet'], awardsInList),
  },
  'a wallet counts what is claimed in hours as if it were hundredths': {
    finds: /was shown with/,
    ports: onlyTable(
      ['getWallet'],
      showingOtherwise('credit', (award) => ({
        ...award,
        credits: (award.credits as readonly Data[]).map((credit) => ({
          ...credit,
          amount: Math.round(Number(credit.amount) / 100),
        })),
      })),
    ),
  },
};
