/**
 * Keeps what was worked out lately, so that it is not worked out again. What nobody asks for is forgotten: a warm function
 * does not grow with the names that it has seen. Whatever it is asked, it answers what `make` would have.
 */
export class Recent<Value> {
  readonly #most: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** @param most how many are kept at least, once there are so many; at most it is twice that */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
