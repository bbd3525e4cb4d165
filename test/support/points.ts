import type { MocOffer, MocRequest } from '../../shared/domain/moc-facts.ts';

/** What an activity offers whose credit counts with a board: as many points as credits, up to one. */
export const boardOffer: MocOffer = {
  ...{ board: 'ABIM', boardName: 'American Board of Internal Medicine', creditType: 'ama-pra-category-1' },
  ...{ rule: { kind: 'equal-to-claimed' }, maximum: 100, step: 25 },
};

/** A physician's wish that the points are reported, which a claim carries. */
export const boardWish: MocRequest = {
  ...{ board: 'ABIM', boardId: '123456', birthMonthDay: '03-09', permission: true, wording: 1 },
};
