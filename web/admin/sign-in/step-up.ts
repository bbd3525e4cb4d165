type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;

/** The layout tells how a passkey is asked for. */
export const askBy = (way: Ask): void => {
  ask = way;
};

/** Asks whoever is at work to show their passkey, and says whether they did. What is grave may then be done for some minutes. */
export const stepUp = (): Promise<boolean> => ask();
