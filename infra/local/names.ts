/** What the records of a system on one machine are called. */
export const localNames = { table: 'credit-wallet', keyTable: 'credit-wallet-keys', bucket: 'documents' } as const;
