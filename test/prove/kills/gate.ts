/** Holds back who would write before it was looked what a kill has left. */
export function createGate() {
  let shut: PromiseWithResolvers<void> | undefined;
  return {
    shut: (): void => {
      shut ??= Promise.withResolvers();
    },
    open: (): void => {
      shut?.resolve();
      shut = undefined;
    },
    opened: (): Promise<void> | undefined => shut?.promise,
  };
}
export type Gate = ReturnType<typeof createGate>;
