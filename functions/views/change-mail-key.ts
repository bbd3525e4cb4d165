/** The natural name of the mail about a change of a certificate. */
export const changeMailKey = (changeId: string): string => `change-${changeId}`;
