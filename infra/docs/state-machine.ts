import * as z from 'zod/mini';

const transition = z.object({ Next: z.string() });
const condition = z.looseObject({ Next: z.string(), Variable: z.string() });
const state = z.object({
  Type: z.string(),
  Comment: z.optional(z.string()),
  Next: z.optional(z.string()),
  End: z.optional(z.boolean()),
  Default: z.optional(z.string()),
  Choices: z.optional(z.array(condition)),
  Catch: z.optional(z.array(transition)),
  Retry: z.optional(
    z.array(
      z.object({
        ErrorEquals: z.array(z.string()),
        IntervalSeconds: z.number(),
        MaxAttempts: z.number(),
        BackoffRate: z.number(),
        MaxDelaySeconds: z.optional(z.number()),
        JitterStrategy: z.optional(z.string()),
      }),
    ),
  ),
});

/** A state machine in the Amazon States Language, as far as the page shows it. */
const stateMachine = z.object({ StartAt: z.string(), States: z.record(z.string(), state) });
export type StateMachine = z.infer<typeof stateMachine>;
export type State = z.infer<typeof state>;

/** @throws when the text is not of that shape */
export const readStateMachine = (definition: unknown): StateMachine => z.parse(stateMachine, definition);

/** What a branch of a choice asks: `door is grade`. */
function question({ Variable, Next: _, ...tests }: z.infer<typeof condition>): string {
  const expected = Object.values(tests).map(String).join(' and ');
  return `${Variable.replace(/^\$\./, '')} is ${expected}`;
}

const idOf = (name: string): string => name.replace(/\W+/g, '');

function shape(name: string, { Type }: State): string {
  if (Type === 'Choice') return `${idOf(name)}{"${name}"}`;
  return Type === 'Fail' || Type === 'Succeed' ? `${idOf(name)}(["${name}"])` : `${idOf(name)}["${name}"]`;
}

/** A state machine as a Mermaid flow chart. States that only note where it failed are drawn as the arrow that they are. */
export function mermaid({ StartAt, States }: StateMachine): string {
  const all = Object.entries(States);
  const noted = (name: string): string => {
    const found = States[name];
    return found?.Type === 'Pass' && found.Next ? noted(found.Next) : name;
  };
  const drawn = all.filter(([, { Type }]) => Type !== 'Pass');
  const arrows = drawn.flatMap(([name, { Next, End, Default, Choices = [], Catch = [] }]) => [
    ...Choices.map((choice) => `${idOf(name)} -- ${question(choice)} --> ${idOf(noted(choice.Next))}`),
    ...(Default ? [`${idOf(name)} -- otherwise --> ${idOf(noted(Default))}`] : []),
    ...(Next ? [`${idOf(name)} --> ${idOf(noted(Next))}`] : []),
    ...(End ? [`${idOf(name)} --> done`] : []),
    ...Catch.map((caught) => `${idOf(name)} -. cannot .-> ${idOf(noted(caught.Next))}`),
  ]);
  const lines = [
    `start((" ")) --> ${idOf(StartAt)}`,
    ...drawn.map(([name, state]) => shape(name, state)),
    'done(("done"))',
    ...arrows,
  ];
  return ['```mermaid', 'flowchart TD', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}
