/** What each of the named things is made of: things that were given, and others of them. */
type Makers = Readonly<Record<string, (beside: never) => object>>;

type MadeBy<M extends Makers> = { readonly [Name in keyof M]: ReturnType<M[Name]> };

/**
 * Puts things beside those that are given, each of which is made when it is first asked for: a function works with a few of the
 * thirty repositories. The whole is passed on as it is; spread, it loses what was not asked for yet.
 */
export function madeWhenAsked<M extends Makers>(makers: M): <Given extends object>(given: Given) => Given & MadeBy<M> {
  const unmade = {};
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(unmade, name, {
      get(this: never): object {
        const value = make(this);
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  return (given) => Object.assign(Object.create(unmade), given);
}
