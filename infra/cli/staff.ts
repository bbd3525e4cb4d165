import { parseArgs } from 'node:util';
import { type Role, roles } from '../../shared/domain/staff.ts';
import { type Command, UsageError } from './command.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';

const options = { ...systemOptions, name: { type: 'string' }, role: { type: 'string' } } as const;
const does = ['add', 'role', 'end', 'forget-passkeys'] as const;
type Does = (typeof does)[number];

const isRole = (text: string | undefined): text is Role => roles.some((role) => role === text);
const isDoes = (text: string | undefined): text is Does => does.some((known) => known === text);

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [what, email, ...more] = positionals;
  if (!isDoes(what)) throw new UsageError(`Say what to do: ${does.join(', ')}.`);
  if (email === undefined || more.length > 0) throw new UsageError('Name one e-mail address.');
  const { name, role, ...system } = values;
  if ((what === 'add' || what === 'role') && !isRole(role))
    throw new UsageError(`Give a role: --role ${roles.join('|')}.`);
  if (what === 'add' && name === undefined) throw new UsageError('Give the name of the person: --name NAME.');
  return {
    system,
    asked: { does: what, email, ...(name !== undefined && { name }), ...(role !== undefined && { role }) },
  };
}

/** Says who is staff from outside of the console: the first owner, and whoever lost every passkey. */
export const staffCommand: Command = {
  usage: `staff add|role|end|forget-passkeys ADDRESS [--name NAME] [--role ${roles.join('|')}] ${systemUsage}`,
  does: 'Makes somebody staff, gives them another role, ends their access, or has their lost passkeys forgotten.',
  async run(args, terminal) {
    const { system, asked } = read(args);
    const answer = await functionsOf(system)('change-staff', asked);
    if (answer.outcome === 'unknown') terminal.complain(`Nobody of the staff has the address ${asked.email}.`);
    if (answer.outcome === 'refused')
      for (const { message, remedy } of answer.reasons) terminal.complain(`${message} ${remedy}`);
    if (answer.outcome !== 'done') return false;
    const { name, email, role } = answer.member;
    const said: Readonly<Record<Does, string>> = {
      add: `${name} is ${role} now, and signs in with ${email} at /admin/.`,
      role: `${name} is ${role} now.`,
      end: `${name} has no access any more.`,
      'forget-passkeys': `${name} makes a new passkey at the next sign-in.`,
    };
    terminal.print(said[asked.does]);
    return true;
  },
};
